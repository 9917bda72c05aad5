package io.accountmigration.sandbox.data;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A user of an account in Partner Center. */
@Embeddable
public record PartnerCenterUser(
        String userPrincipalName,
        String displayName,
        @Convert(converter = PartnerCenterRole.AsText.class) Set<PartnerCenterRole> roles,
        boolean active) {

    /** The id that a directory gives to the holder of an address; a user who is removed and added again keeps it. */
    public static String idOf(String address) {
        return KeyNormalization.idOf("user:" + KeyNormalization.of(address));
    }

    public static PartnerCenterUser of(
            String userPrincipalName, String displayName, List<PartnerCenterRole> roles, boolean active) {
        var name = displayName == null || displayName.isBlank() ? CppUser.nameOf(userPrincipalName) : displayName;
        return new PartnerCenterUser(userPrincipalName, name, PartnerCenterRole.setOf(roles), active);
    }

    public boolean holds(PartnerCenterRole role) {
        return active && roles.contains(role);
    }

    PartnerCenterUser with(PartnerCenterRole role) {
        var more = new ArrayList<>(active ? roles : Set.<PartnerCenterRole>of());
        more.add(role);
        return of(userPrincipalName, displayName, more, true);
    }

    PartnerCenterUser without(PartnerCenterRole role) {
        var fewer = roles.stream().filter(held -> !held.equals(role)).toList();
        return of(userPrincipalName, displayName, fewer, active);
    }
}
