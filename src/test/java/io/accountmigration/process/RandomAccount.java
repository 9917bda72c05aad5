package io.accountmigration.process;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Generates an account: with any users, any addresses and any partner ID. */
record RandomAccount(Publisher publisher, List<PublisherUser> users) {

    private static final List<String> DOMAINS = List.of(
            "contoso.com",
            "contoso.com",
            "contoso.com",
            "other.com",
            "outlook.com",
            "unmanaged.com",
            "nowhere.example");
    private static final List<String> PARTNER_IDS = List.of(
            "1000", "1000", "1000", " 1000 ", "1001", "1002", "2000", "2001", "3000", "9999", "0", "partner", " ");

    static RandomAccount of(long seed) {
        var random = new Random(seed);
        var publisherId = "Random." + Long.toHexString(seed);
        var users = new ArrayList<PublisherUser>();
        for (var owner = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); owner > 0; owner--) {
            users.add(user(random, users.size(), PublisherRole.OWNER));
        }
        for (var contributor = random.nextInt(4); contributor > 0; contributor--) {
            users.add(user(random, users.size(), PublisherRole.CONTRIBUTOR));
        }
        if (users.isEmpty()) {
            users.add(user(random, 0, PublisherRole.CONTRIBUTOR));
        }
        var moved = random.nextInt(8) == 0;
        var publisher = new Publisher(
                publisherId,
                publisherId,
                moved ? PublisherStatus.READ_ONLY : PublisherStatus.ACTIVE,
                partnerId(random),
                moved ? Optional.of("account-of-" + publisherId) : Optional.empty(),
                Optional.empty(),
                Map.of(),
                "1");
        return new RandomAccount(publisher, users);
    }

    String publisherId() {
        return publisher.id();
    }

    private static Optional<String> partnerId(Random random) {
        return random.nextInt(12) == 0
                ? Optional.empty()
                : Optional.of(PARTNER_IDS.get(random.nextInt(PARTNER_IDS.size())));
    }

    private static PublisherUser user(Random random, int number, PublisherRole role) {
        var type = random.nextInt(8) == 0 ? UserType.values()[random.nextInt(UserType.values().length)] : UserType.USER;
        var address = random.nextInt(20) == 0
                ? "no-address-" + number
                : "person" + number + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
        return new PublisherUser("u" + number, address, address, type, role, random.nextInt(10) > 0);
    }
}
