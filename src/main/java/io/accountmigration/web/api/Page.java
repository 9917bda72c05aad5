package io.accountmigration.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Part of a list; {@code next} is the cursor of what follows, null at the end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, String next) {

    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
