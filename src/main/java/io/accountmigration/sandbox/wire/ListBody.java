package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A list as the outside systems send it; the tenants of a partner are not counted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListBody<T>(Integer totalCount, List<T> items) {

    static <T> ListBody<T> counted(List<T> items) {
        return new ListBody<>(items.size(), items);
    }

    static <T> ListBody<T> plain(List<T> items) {
        return new ListBody<>(null, items);
    }
}
