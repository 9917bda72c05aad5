/** An account of the sandbox as one sheet: checked, completed, written and read, and the sheets of the first day. */
package io.accountmigration.sandbox.data.sheet;
