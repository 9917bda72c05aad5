/** One budget for each outside system, for the whole program and all its nodes: who may call when, and whether it answers. */
package io.accountmigration.outside.budget;
