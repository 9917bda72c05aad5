/** The files that people hand over and take away. */
package io.accountmigration.web.file;
