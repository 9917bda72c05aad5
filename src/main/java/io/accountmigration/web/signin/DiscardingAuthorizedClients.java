package io.accountmigration.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Forgets people's access tokens: this program calls nobody in their name. */
final class DiscardingAuthorizedClients implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication signedIn, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Kept nowhere.
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        // There is none.
    }
}
