package io.accountmigration.web.api;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names schemas after their records, as the library does, and refuses two records of one name: the description would show
 * one of them in place of the other.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    /** The record that a schema describes. */
    Optional<Class<?>> recordOf(String schema) {
        return Optional.ofNullable(taken.get(schema));
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = super.nameForClass(type, options);
        if (type.isRecord()) {
            var other = taken.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException(other.getName() + " and " + type.getName() + " are both called " + name
                        + " in the description of the interface: rename one");
            }
        }
        return name;
    }
}
