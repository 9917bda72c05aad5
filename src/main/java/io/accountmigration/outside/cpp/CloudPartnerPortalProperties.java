package io.accountmigration.outside.cpp;

import io.accountmigration.outside.ClientCredentials;
import io.accountmigration.outside.HttpUrl;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Cloud Partner Portal is and how the program proves itself there.
 *
 * @param baseUrl its address
 * @param tokenUrl where tokens for it are issued
 * @param clientId this program's name there
 * @param clientSecret this program's secret there
 * @param scope what tokens are asked for; left out, everything granted at the base address's host
 * @param apiVersion the version of its interface that is spoken
 */
@Validated
@ConfigurationProperties("outside.cpp")
record CloudPartnerPortalProperties(
        @NotNull(message = BASE_URL) @Pattern(regexp = HttpUrl.PATTERN, message = BASE_URL)
        String baseUrl,

        @NotNull(message = TOKEN_URL) @Pattern(regexp = HttpUrl.PATTERN, message = TOKEN_URL)
        String tokenUrl,

        @NotBlank(message = "outside.cpp.client-id must be set")
        String clientId,

        @NotBlank(message = "outside.cpp.client-secret must be set")
        String clientSecret,

        String scope,

        @DefaultValue("2017-10-31") @NotBlank(message = "outside.cpp.api-version must be set")
        String apiVersion) {

    private static final String BASE_URL = "outside.cpp.base-url must be an http or https address";
    private static final String TOKEN_URL = "outside.cpp.token-url must be an http or https address";

    ClientCredentials credentials() {
        return new ClientCredentials(
                tokenUrl, clientId, clientSecret, scope == null ? HttpUrl.scopeOf(baseUrl) : scope);
    }

    @Override
    public String toString() {
        return "CloudPartnerPortalProperties[baseUrl=" + baseUrl + ", " + credentials() + "]";
    }
}
