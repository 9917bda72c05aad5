package io.accountmigration.sandbox.data;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A user of a publisher in Cloud Partner Portal; {@code addressKey} is the address as it is looked up. */
@Embeddable
public record CppUser(
        String address,
        String addressKey,
        String displayName,
        @Enumerated(EnumType.STRING) Type type,
        @Enumerated(EnumType.STRING) Role role,
        boolean active) {

    /** What stands behind an address. */
    public enum Type {
        USER,
        GROUP,
        SERVICE_PRINCIPAL;

        /** A name without an @ is a program's. */
        public static Type of(String address) {
            return address.contains("@") ? USER : SERVICE_PRINCIPAL;
        }
    }

    /** What a user may do. */
    public enum Role {
        OWNER,
        CONTRIBUTOR
    }

    public static CppUser of(String address, String displayName, Type type, Role role, boolean active) {
        return new CppUser(
                address,
                KeyNormalization.of(address),
                displayName == null || displayName.isBlank() ? nameOf(address) : displayName,
                type == null ? Type.of(address) : type,
                role,
                active);
    }

    public static String nameOf(String address) {
        return address.contains("@") ? address.substring(0, address.lastIndexOf('@')) : address;
    }

    public boolean isActiveOwner() {
        return active && role == Role.OWNER && type == Type.USER;
    }
}
