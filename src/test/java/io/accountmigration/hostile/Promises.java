package io.accountmigration.hostile;

import io.accountmigration.hostile.Sides.Person;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the program must never do, looked at from outside after each of its steps. */
class Promises {

    private static final int REMOVALS_UNASKED = 5;
    private static final Pattern SUBSTITUTE = Pattern.compile("[^@]+\\+[0-9a-f]{8}@[^@]+");

    private final List<String> violations = new ArrayList<>();
    private final Withdrawals withdrawals = new Withdrawals();
    /** Who ever had a role by what people did: addresses. */
    private final Set<String> everUsers = new HashSet<>();

    private final Set<String> everOwners = new HashSet<>();
    /** Who was in Partner Center each time that somebody looked since the account moved; null before. */
    private Set<String> always;

    /** Who was given access as a user of Partner Center, and has been there each time that somebody looked since. */
    private final Set<String> given = new HashSet<>();

    /** Who ever was in Partner Center: addresses. */
    private final Set<String> everArrived = new HashSet<>();

    private final Map<String, Set<String>> idsByAddress = new HashMap<>();
    private final Set<String> leftBehind = new HashSet<>();
    private final List<Instant> removals = new ArrayList<>();
    private boolean approved;
    private boolean ownerArrived;

    List<String> violations() {
        return violations;
    }

    void broken(String violation) {
        violations.add(violation);
    }

    /** What people did is right by definition. */
    void peopleDid(Sides before, Sides now) {
        withdrawals.peopleDid(before, now);
        peopleDid(now);
    }

    void peopleDid(Sides now) {
        everUsers.addAll(now.addresses());
        everOwners.addAll(now.owners());
        note(now);
    }

    /** An owner may take an address that nobody has. */
    void ownerTook(String address) {
        everUsers.add(Sides.lower(address));
        everOwners.add(Sides.lower(address));
        withdrawals.ownerTook(Sides.lower(address));
    }

    /** Looks at both portals at the moment that the account has moved. */
    void moved(Sides now) {
        withdrawals.undone(now).forEach(this::broken);
    }

    /** Whether an owner ever was in Partner Center: people may have removed him before the case ended. */
    boolean hasOwnerArrived() {
        return ownerArrived;
    }

    boolean hasArrived(String address) {
        return everArrived.contains(Sides.lower(address));
    }

    void listedAsLeftBehind(Set<String> portalUserIds) {
        leftBehind.addAll(portalUserIds);
    }

    /** Whether a removal names the portal's entry of somebody who was left behind. */
    boolean isLeftBehind(String userId) {
        return leftBehind.contains(userId.replaceFirst("^portal:", ""));
    }

    /** From now on an operator answers for removals. */
    void operatorApproved() {
        approved = true;
    }

    /** Compares what was before a step of the program with what is after it. */
    void programDid(Sides before, Sides after, Instant now) {
        if (before.hasPortalOwner() && !after.hasPortalOwner()) {
            broken("the last owner was removed in Cloud Partner Portal");
        }
        before.entries().stream()
                .filter(entry -> !after.entries().contains(entry))
                .forEach(entry -> broken(entry + " was deleted in Cloud Partner Portal"));
        if (before.account().isPresent() && after.account().isEmpty()) {
            before.account()
                    .filter(state -> state != PartnerCenterAccount.State.PROVISIONING)
                    .ifPresent(state -> broken("an account was deleted that was " + state));
        }
        var portal = new HashMap<>(after.portal());
        portal.entrySet().removeIf(entry -> isUnderSubstitute(before.portal().get(entry.getKey()), entry.getValue()));
        requireNothingGained(portal, "Cloud Partner Portal");
        requireNothingGained(after.partnerCenter(), "Partner Center");
        before.portal().forEach((userId, person) -> {
            if (!after.portal().containsKey(userId)) {
                lost(userId, person, after, now);
            }
        });
        requireAsked(now);
        after.portal().forEach((userId, person) -> {
            if (!before.portal().containsKey(userId)
                    && before.partnerCenterAddresses().contains(person.address())) {
                given.add(person.address());
            }
        });
        note(after);
    }

    /** Nobody signs in with the substitute under which somebody stands who waits for an address. */
    private static boolean isUnderSubstitute(Person before, Person now) {
        return before != null
                && (before.owner() || !now.owner())
                && SUBSTITUTE.matcher(now.address()).matches();
    }

    private void requireNothingGained(Map<String, Person> people, String where) {
        for (var person : people.values()) {
            if (!everUsers.contains(person.address())) {
                broken(person.address() + " gained access in " + where);
            } else if (person.owner() && !everOwners.contains(person.address())) {
                broken(person.address() + " became an owner in " + where);
            }
        }
    }

    private void lost(String userId, Person person, Sides after, Instant now) {
        removals.add(now);
        if (leftBehind.contains(userId) && !approved && !wasInPartnerCenter(person)) {
            broken(person.address() + " was listed as left behind, and lost access unasked");
        }
        var others = after.portal().values().stream()
                .anyMatch(other -> other.address().equals(person.address()));
        if (always != null && always.contains(person.address()) && hasOneId(person) && !others) {
            broken(person.address() + " was in Partner Center all the time, and lost access");
        }
        if (given.contains(person.address()) && hasOneId(person) && !others && !approved) {
            broken(person.address() + " was given access, stayed in Partner Center, and lost access");
        }
    }

    private boolean wasInPartnerCenter(Person person) {
        return idsByAddress.containsKey(person.address());
    }

    /** Of addresses that change hands nobody knows who should have access when. */
    private boolean hasOneId(Person person) {
        return idsByAddress.getOrDefault(person.address(), Set.of()).size() == 1;
    }

    private void requireAsked(Instant now) {
        removals.removeIf(at -> at.isBefore(now.minus(Duration.ofDays(1))));
        if (!approved && removals.size() > REMOVALS_UNASKED) {
            broken(removals.size() + " people lost access within a day, and no operator was asked");
            removals.clear();
        }
    }

    private void note(Sides now) {
        ownerArrived |= now.hasPartnerCenterOwner();
        now.partnerCenter().values().forEach(person -> everArrived.add(person.address()));
        given.retainAll(now.partnerCenterAddresses());
        if (!now.isMoved()) {
            return;
        }
        var there = new TreeSet<String>();
        now.partnerCenter().forEach((userId, person) -> {
            there.add(person.address());
            idsByAddress
                    .computeIfAbsent(person.address(), address -> new HashSet<>())
                    .add(userId);
        });
        if (always == null) {
            always = there;
        } else {
            always.retainAll(there);
        }
    }
}
