package io.accountmigration.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriUtils;

/**
 * Where messages come from and where they lead.
 *
 * @param from the sender's address
 * @param operators the address of the operators' mailbox
 * @param language of messages to people who have not shown which one is theirs
 * @param baseUrl this program's address as people reach it; may contain {@code {port}}, the port it listens on
 */
@Validated
@ConfigurationProperties("notification")
record MailSettings(
        @NotBlank @Email String from,
        @NotBlank @Email String operators,
        @NotNull @DefaultValue("en") Locale language,
        @NotBlank @DefaultValue("http://localhost:{port}") String baseUrl) {

    URI link(String path, String port) {
        return URI.create(baseUrl.replace("{port}", port) + UriUtils.encodePath(path, StandardCharsets.UTF_8));
    }
}
