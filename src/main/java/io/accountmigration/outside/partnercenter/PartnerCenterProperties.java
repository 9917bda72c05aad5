package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.ClientCredentials;
import io.accountmigration.outside.HttpUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Partner Center is and how the program proves itself there.
 *
 * @param baseUrl its address
 * @param tokenUrl where tokens for it are issued
 * @param clientId this program's name there
 * @param clientSecret this program's secret there
 * @param scope what tokens are asked for; left out, everything granted at the base address's host
 */
@Validated
@ConfigurationProperties("outside.partner-center")
record PartnerCenterProperties(
        @NotNull(message = BASE_URL) @Pattern(regexp = HttpUrl.PATTERN, message = BASE_URL)
        String baseUrl,

        @NotNull(message = TOKEN_URL) @Pattern(regexp = HttpUrl.PATTERN, message = TOKEN_URL)
        String tokenUrl,

        @NotBlank(message = "outside.partner-center.client-id must be set")
        String clientId,

        @NotBlank(message = "outside.partner-center.client-secret must be set")
        String clientSecret,

        String scope) {

    private static final String BASE_URL = "outside.partner-center.base-url must be an http or https address";
    private static final String TOKEN_URL = "outside.partner-center.token-url must be an http or https address";

    ClientCredentials credentials() {
        return new ClientCredentials(
                tokenUrl, clientId, clientSecret, scope == null ? HttpUrl.scopeOf(baseUrl) : scope);
    }

    @Override
    public String toString() {
        return "PartnerCenterProperties[baseUrl=" + baseUrl + ", " + credentials() + "]";
    }
}
