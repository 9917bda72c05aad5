/** The program in a world that is not polite: made-up people and portals, told as stories, and what must hold in each of them. */
package io.accountmigration.hostile;
