package io.accountmigration.sandbox.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/**
 * A role in an account, under the id and the name by which Partner Center lists it. Besides the roles that every account has,
 * a tester may make up others: those have their name for an id.
 */
public record PartnerCenterRole(String id, String title) implements Comparable<PartnerCenterRole> {

    public static final PartnerCenterRole OWNER = new PartnerCenterRole("1", "Owner");
    public static final PartnerCenterRole MANAGER = new PartnerCenterRole("2", "Manager");
    public static final PartnerCenterRole DEVELOPER = new PartnerCenterRole("3", "Developer");

    /** The roles of every account. */
    public static final List<PartnerCenterRole> ALWAYS_THERE = List.of(
            OWNER,
            MANAGER,
            DEVELOPER,
            new PartnerCenterRole("4", "Business contributor"),
            new PartnerCenterRole("5", "Financial contributor"),
            new PartnerCenterRole("6", "Marketer"),
            new PartnerCenterRole("7", "Global admin"));

    private static final String NAME = "[A-Za-z][A-Za-z0-9 _-]{0,59}";

    /** The role with this id or, ignoring case, this name; a new one where the text could be its name. */
    public static Optional<PartnerCenterRole> find(String idOrName) {
        return ALWAYS_THERE.stream()
                .filter(role -> role.id.equals(idOrName) || role.title.equalsIgnoreCase(idOrName))
                .findFirst()
                .or(() -> Optional.ofNullable(idOrName)
                        .filter(name -> name.matches(NAME))
                        .map(name -> new PartnerCenterRole(name, name)));
    }

    static Set<PartnerCenterRole> setOf(Collection<PartnerCenterRole> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    @Override
    public int compareTo(PartnerCenterRole other) {
        return Comparator.comparing(PartnerCenterRole::id).compare(this, other);
    }

    @Converter
    @Immutable
    static class AsText implements AttributeConverter<Set<PartnerCenterRole>, String> {

        @Override
        public String convertToDatabaseColumn(Set<PartnerCenterRole> roles) {
            return roles.stream().map(PartnerCenterRole::id).collect(Collectors.joining(","));
        }

        @Override
        public Set<PartnerCenterRole> convertToEntityAttribute(String text) {
            return setOf(Arrays.stream(text.split(","))
                    .flatMap(id -> find(id).stream())
                    .toList());
        }
    }
}
