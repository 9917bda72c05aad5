/** The start of the program, its clock and its schedules: what belongs to no feature and knows no engine. */
package io.accountmigration.program;
