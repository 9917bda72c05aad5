package io.accountmigration.web.signin;

import io.accountmigration.web.SignInServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people and programs prove who they are; what they may then do is for the chains to say. */
interface SignInMethod extends SignInServer {

    /** Adds the sign-in and sign-out of people to the chain of our pages. */
    void addForPeople(HttpSecurity http) throws Exception;

    /** Adds the credentials that programs send with each call. */
    void addForPrograms(HttpSecurity http, ProblemSecurityHandler problems) throws Exception;

    /** Sends somebody who opened a page, and is not signed in, to where that can be done. */
    AuthenticationEntryPoint entryPoint();

    /** What programs are asked for, as the header {@code WWW-Authenticate} says it. */
    String challenge();

    /** The other origin that forms may lead to in the end, if there is one. */
    Optional<String> formTarget();

    /** Whether the sign-in has ended at the provider, so that its session here has to end. */
    boolean isOver(Authentication signedIn);

    /** Where else the session has to be ended, as an address that the browser has to visit, if there is one. */
    Optional<String> farewell(HttpServletRequest request, Authentication signedIn);
}
