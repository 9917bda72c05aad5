package io.accountmigration.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.web.InvalidRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.lang.Nullable;

/** Part of a list; {@code next} is the cursor of what follows, null at the end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Refuses a page that is longer than the largest, or empty.
     *
     * @throws InvalidRequest then
     */
    public static void requireLimit(int limit, int largest) {
        if (limit < 1 || limit > largest) {
            throw new InvalidRequest("limit");
        }
    }

    /**
     * Cuts a page out of what was found; the cursor is the position of its last item.
     *
     * @param found one more than the page may hold, if there are as many
     */
    public static <S, T> Page<T> cut(List<S> found, int limit, Function<S, T> item, ToIntFunction<S> position) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? String.valueOf(position.applyAsInt(shown.get(limit - 1))) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
