/** Tests of the whole running program that each need other settings, another database or a later time than the others. */
package io.accountmigration.system.apart;
