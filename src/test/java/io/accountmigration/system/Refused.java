package io.accountmigration.system;

/** A call that cannot be answered as meant, made in a language. */
@FunctionalInterface
public interface Refused {

    Reply in(String language);
}
