/** How people and other programs reach this one: sign-in, the calls under {@code /api}, and the pages. */
package io.accountmigration.web;
