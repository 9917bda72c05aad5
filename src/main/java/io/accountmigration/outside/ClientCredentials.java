package io.accountmigration.outside;

/**
 * What the program proves itself with at a system's token endpoint (OAuth 2.0 client credentials). Its text form never
 * shows the secret.
 *
 * @param tokenUrl where tokens are issued
 * @param scope what the token is for; version 2 of the Microsoft identity platform insists on one
 */
public record ClientCredentials(String tokenUrl, String clientId, String clientSecret, String scope) {

    @Override
    public String toString() {
        return "ClientCredentials[tokenUrl=" + tokenUrl + ", clientId=" + clientId + ", scope=" + scope + "]";
    }
}
