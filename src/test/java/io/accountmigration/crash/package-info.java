/** What the program is worth when something breaks: nodes killed, answers lost, the database gone for a moment. */
package io.accountmigration.crash;
