package io.accountmigration.outside.directory;

import io.accountmigration.outside.ClientCredentials;
import io.accountmigration.outside.HttpUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the tenant directory is and how the program proves itself there.
 *
 * @param graphUrl the address of its graph
 * @param loginUrl the address where it says whose realm an address is
 * @param tokenUrl where tokens for it are issued
 * @param clientId this program's name there
 * @param clientSecret this program's secret there
 * @param scope what tokens are asked for; left out, everything granted at the host of the graph address
 */
@Validated
@ConfigurationProperties("outside.directory")
record TenantDirectoryProperties(
        @NotNull(message = GRAPH_URL) @Pattern(regexp = HttpUrl.PATTERN, message = GRAPH_URL)
        String graphUrl,

        @NotNull(message = LOGIN_URL) @Pattern(regexp = HttpUrl.PATTERN, message = LOGIN_URL)
        String loginUrl,

        @NotNull(message = TOKEN_URL) @Pattern(regexp = HttpUrl.PATTERN, message = TOKEN_URL)
        String tokenUrl,

        @NotBlank(message = "outside.directory.client-id must be set")
        String clientId,

        @NotBlank(message = "outside.directory.client-secret must be set")
        String clientSecret,

        String scope) {

    private static final String GRAPH_URL = "outside.directory.graph-url must be an http or https address";
    private static final String LOGIN_URL = "outside.directory.login-url must be an http or https address";
    private static final String TOKEN_URL = "outside.directory.token-url must be an http or https address";

    ClientCredentials credentials() {
        return new ClientCredentials(
                tokenUrl, clientId, clientSecret, scope == null ? HttpUrl.scopeOf(graphUrl) : scope);
    }

    @Override
    public String toString() {
        return "TenantDirectoryProperties[graphUrl=" + graphUrl + ", loginUrl=" + loginUrl + ", " + credentials() + "]";
    }
}
