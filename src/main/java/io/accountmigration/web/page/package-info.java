/** The pages that people see, rendered on the server in English or Dutch. */
package io.accountmigration.web.page;
