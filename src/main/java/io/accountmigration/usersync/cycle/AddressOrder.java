package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts writes into an order in which an address is free before another user gets it. Where users pass their addresses on
 * in a circle, one of them gives his away first and stands under a substitute for as long as the others take.
 */
class AddressOrder {

    /** One write, or the giving away of the address before it. */
    record Step(PendingUserChange candidate, boolean givesAddressAway) {}

    private final PortalEntries entries;
    private final Map<String, PendingUserChange> leaving = new HashMap<>();
    private final Set<PendingUserChange> begun = new HashSet<>();
    private final Set<PendingUserChange> done = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private AddressOrder(PortalEntries entries) {
        this.entries = entries;
    }

    /** The steps for these candidates, in the order given as far as addresses allow. */
    static List<Step> of(Collection<PendingUserChange> candidates, PortalEntries entries) {
        var order = new AddressOrder(entries);
        candidates.forEach(order::noteLeaving);
        candidates.forEach(order::visit);
        return order.steps;
    }

    private void noteLeaving(PendingUserChange candidate) {
        entries.of(candidate.link())
                .filter(PublisherUser::active)
                .filter(entry -> !Objects.equals(wantedAddress(candidate).orElse(null), keyOf(entry)))
                .ifPresent(entry -> leaving.put(keyOf(entry), candidate));
    }

    private void visit(PendingUserChange candidate) {
        if (!begun.add(candidate)) {
            return;
        }
        var holder = wantedAddress(candidate).map(leaving::get).filter(it -> it != candidate);
        if (holder.isPresent()) {
            visit(holder.get());
            if (!done.contains(holder.get())) {
                steps.add(new Step(holder.get(), true));
            }
        }
        steps.add(new Step(candidate, false));
        done.add(candidate);
    }

    private Optional<String> wantedAddress(PendingUserChange candidate) {
        return candidate
                .wanted(entries.of(candidate.link()))
                .filter(PublisherUser::active)
                .map(AddressOrder::keyOf);
    }

    private static String keyOf(PublisherUser user) {
        return user.address() == null ? "" : EmailAddress.keyOf(user.address());
    }
}
