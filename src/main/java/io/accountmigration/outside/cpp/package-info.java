/** Cloud Partner Portal over HTTP. */
package io.accountmigration.outside.cpp;
