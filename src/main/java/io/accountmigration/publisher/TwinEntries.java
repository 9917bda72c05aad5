package io.accountmigration.publisher;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which user entries are twins: several active ones with one address are one person, who has the highest of their roles.
 * The entry with that role stands in for the others.
 */
public class TwinEntries {

    /** Nobody has a twin. */
    public static final TwinEntries NONE = new TwinEntries(Map.of());

    private final Map<String, PublisherUser> standIns;

    private TwinEntries(Map<String, PublisherUser> standIns) {
        this.standIns = standIns;
    }

    /** The twins among the entries of a publisher. */
    public static TwinEntries among(List<PublisherUser> users) {
        var standIns = new HashMap<String, PublisherUser>();
        users.stream()
                .filter(user -> user.active() && user.type() == UserType.USER)
                .filter(user -> EmailAddress.parse(user.address()).isPresent())
                .collect(groupingBy(user -> EmailAddress.keyOf(user.address())))
                .values()
                .forEach(twins -> {
                    var first = twins.stream()
                            .min(Comparator.comparing(PublisherUser::role).thenComparing(PublisherUser::userId))
                            .orElseThrow();
                    twins.stream().filter(twin -> twin != first).forEach(twin -> standIns.put(twin.userId(), first));
                });
        return new TwinEntries(standIns);
    }

    /** The entry that stands in for this one; nothing where it stands for itself. */
    public Optional<PublisherUser> standInOf(PublisherUser user) {
        return Optional.ofNullable(standIns.get(user.userId()));
    }

    public boolean isTwin(PublisherUser user) {
        return standIns.containsKey(user.userId());
    }

    /** The entry that stands for the person. */
    public PublisherUser personOf(PublisherUser user) {
        return standIns.getOrDefault(user.userId(), user);
    }
}
