package io.accountmigration.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.lang.Nullable;

/**
 * The response of every endpoint to a refused call, as {@code application/problem+json} (RFC 9457).
 *
 * @param type the path of the page that says what this kind of problem means
 * @param migration the link of the case, where there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String migration) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
