/** Where accounts move to: tenants, memberships in the partner network, the new account, and the ports to their systems. */
package io.accountmigration.partner;
