/** What is moved: a publisher of the Cloud Partner Portal, its settings, users and roles, and the port to that portal. */
package io.accountmigration.publisher;
