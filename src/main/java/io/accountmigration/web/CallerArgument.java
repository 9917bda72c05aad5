package io.accountmigration.web;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class CallerArgument implements HandlerMethodArgumentResolver {

    private static final Map<String, Role> ROLES = Map.of(
            "ROLE_PUBLISHER_USER", Role.PUBLISHER_USER,
            "ROLE_OPERATOR", Role.OPERATOR,
            "ROLE_AUDITOR", Role.AUDITOR,
            "ROLE_SERVICE", Role.SERVICE,
            "ROLE_ADMIN", Role.ADMINISTRATOR);

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
        if (request.getUserPrincipal() instanceof Authentication signedIn) {
            return new Caller(
                    signedIn.getName(),
                    signedIn.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .flatMap(authority -> Stream.ofNullable(ROLES.get(authority)))
                            .collect(Collectors.toSet()));
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
}
