/** Partner Center and, in the same system, the partner network over HTTP. */
package io.accountmigration.outside.partnercenter;
