/** The calls by which a tester looks into the sandbox and changes it. */
package io.accountmigration.sandbox.control;
