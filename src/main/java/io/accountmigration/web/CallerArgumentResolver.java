package io.accountmigration.web;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import java.security.Principal;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the signed-in caller in the words of the use cases; unknown authorities count for nothing. */
@Component
public class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return callerOf(request.getUserPrincipal());
    }

    public static Caller callerOf(Principal principal) {
        if (principal instanceof Authentication signedIn) {
            return new Caller(
                    signedIn.getName(),
                    signedIn.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .flatMap(authority -> Role.ofAuthority(authority).stream())
                            .collect(Collectors.toSet()));
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
}
