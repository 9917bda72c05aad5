/** Texts of the engine in the language of the reader, and texts that can be stored. */
package io.accountmigration.web.text;
