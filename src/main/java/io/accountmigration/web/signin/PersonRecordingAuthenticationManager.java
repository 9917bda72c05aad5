package io.accountmigration.web.signin;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.RecognisePerson;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;

/**
 * Remembers publishers' users who signed in with a password as persons, as those of a sign-in server are: what they own
 * does not pass to whom their address is given later.
 */
final class PersonRecordingAuthenticationManager implements AuthenticationManager {

    private static final int AT_MOST = 10_000;

    private final AuthenticationManager users;
    private final RecognisePerson recognisePerson;
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();

    PersonRecordingAuthenticationManager(AuthenticationManager users, RecognisePerson recognisePerson) {
        this.users = users;
        this.recognisePerson = recognisePerson;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var signedIn = users.authenticate(attempt);
        var name = signedIn.getName();
        var isPublisherUser = signedIn.getAuthorities().stream()
                .anyMatch(authority -> Role.PUBLISHER_USER.authority().equals(authority.getAuthority()));
        if (isPublisherUser && !remembered.contains(name)) {
            EmailAddress.parse(name).ifPresent(recognisePerson::remember);
            if (remembered.size() < AT_MOST) {
                remembered.add(name);
            }
        }
        return signedIn;
    }
}
