package io.accountmigration.sandbox.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A role in an account, under the id and the name by which Partner Center lists it. */
public enum PartnerCenterRole {
    OWNER("1", "Owner"),
    MANAGER("2", "Manager"),
    DEVELOPER("3", "Developer"),
    BUSINESS_CONTRIBUTOR("4", "Business contributor"),
    FINANCIAL_CONTRIBUTOR("5", "Financial contributor"),
    MARKETER("6", "Marketer"),
    GLOBAL_ADMIN("7", "Global admin");

    private final String id;
    private final String title;

    PartnerCenterRole(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** The role with this id or, ignoring case, this name. */
    public static Optional<PartnerCenterRole> find(String idOrName) {
        return Arrays.stream(values())
                .filter(role -> role.id.equals(idOrName) || role.title.equalsIgnoreCase(idOrName))
                .findFirst();
    }

    static Set<PartnerCenterRole> setOf(Collection<PartnerCenterRole> roles) {
        return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
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
