package io.accountmigration.web.signin;

import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.RecognisePerson.Recognised;
import io.accountmigration.publisher.RecognisePerson.Recognition;
import io.accountmigration.publisher.RecognisePerson.Stranger;
import io.accountmigration.web.signin.SignInSettings.Oidc;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Turns somebody whom the sign-in server vouches for into one of our people: by group, else as a publisher's user. */
final class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Oidc settings;
    private final GroupRoles groupRoles;
    private final RecognisePerson recognisePerson;
    private final OAuth2UserService<OidcUserRequest, OidcUser> server;

    ProviderUsers(
            Oidc settings,
            GroupRoles groupRoles,
            RecognisePerson recognisePerson,
            OAuth2UserService<OidcUserRequest, OidcUser> server) {
        this.settings = settings;
        this.groupRoles = groupRoles;
        this.recognisePerson = recognisePerson;
        this.server = server;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var person = server.loadUser(request);
        var roles = groupRoles.of(person.getClaims());
        return roles.isEmpty()
                ? publisherUser(person)
                : new SignedInPerson(GroupRoles.userId(person.getSubject()), roles, person);
    }

    private OidcUser publisherUser(OidcUser person) {
        var recognition = recognise(person);
        if (recognition instanceof Recognised recognised) {
            return new SignedInPerson(recognised.name(), Set.of(Role.PUBLISHER_USER), person);
        }
        throw new OAuth2AuthenticationException(new OAuth2Error(((Stranger) recognition).name()));
    }

    private Recognition recognise(OidcUser person) {
        try {
            return recognisePerson.recognise(
                    person.getIdToken().getIssuer().toString(), person.getSubject(), verifiedAddress(person));
        } catch (CloudPartnerPortalUnavailable unavailable) {
            throw new OAuth2AuthenticationException(new OAuth2Error(TEMPORARILY_UNAVAILABLE), unavailable);
        }
    }

    private Optional<EmailAddress> verifiedAddress(OidcUser person) {
        var verified = person.getClaims().get(settings.verifiedClaim());
        return "true".equals(String.valueOf(verified)) ? EmailAddress.parse(person.getEmail()) : Optional.empty();
    }
}
