/** Tests of what people see, in a real browser. */
package io.accountmigration.browser;
