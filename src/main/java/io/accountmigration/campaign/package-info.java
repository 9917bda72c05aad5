/** Moving many accounts together: waves with a canary first, a start rate, an approval between waves, and a brake. */
package io.accountmigration.campaign;
