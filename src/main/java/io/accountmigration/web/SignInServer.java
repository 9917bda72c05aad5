package io.accountmigration.web;

import java.util.Optional;

/** Where people prove who they are, where that is not on our own sign-in page. */
@FunctionalInterface
public interface SignInServer {

    /** The path on this program that leads to the sign-in server, if there is one. */
    Optional<String> path();
}
