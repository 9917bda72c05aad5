package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.SandboxProperties;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.data.PartnerCenterUsers;
import io.accountmigration.sandbox.data.SandboxDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty sandbox with the ten publishers that have names and with as many generated ones as are asked for. */
@Component
@Profile("sandbox")
public class SandboxSeeder {

    private static final int WRITTEN_AT_ONCE = 250;

    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final AccountRemoval removal;
    private final PartnerCenterUsers partnerCenterUsers;
    private final int generated;
    private final Clock clock;

    public SandboxSeeder(
            SandboxDatabase database,
            AccountRemoval removal,
            PartnerCenterUsers partnerCenterUsers,
            SandboxProperties properties,
            Clock clock) {
        this.entities = database.entityManager();
        this.transaction = new TransactionTemplate(database.transactionManager());
        this.removal = removal;
        this.partnerCenterUsers = partnerCenterUsers;
        this.generated = properties.publishers();
        this.clock = clock;
    }

    @PostConstruct
    public void begin() {
        transaction.executeWithoutResult(status -> {
            closeGate();
            if (isEmpty()) {
                fill();
            }
        });
    }

    /** Forgets everything that happened since. */
    public void beginAgain() {
        transaction.executeWithoutResult(status -> {
            closeGate();
            removal.removeAll();
            fill();
        });
    }

    /** Two nodes that start at once on one database take turns. */
    private void closeGate() {
        entities.createNativeQuery("select id from sandbox_gate where id = 1 for update")
                .getSingleResult();
    }

    private boolean isEmpty() {
        return entities.createQuery("select p.key from Publisher p", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void fill() {
        for (var kind : Kind.values()) {
            write(kind, DefaultNames.named(kind));
        }
        var ids = publisherIds();
        for (int n = 1; n <= generated; n++) {
            var id = n <= ids.size() ? ids.get(n - 1) : "publisher-" + n;
            write(Kind.ofGenerated(n), DefaultNames.generated(n, id));
            if (n % WRITTEN_AT_ONCE == 0) {
                entities.flush();
                entities.clear();
            }
        }
    }

    private void write(Kind kind, DefaultNames names) {
        var sheet = DefaultAccountSheets.of(kind, names);
        var writer = new AccountWriter(sheet, entities::persist);
        writer.write(clock.instant(), name -> true, null);
        if (sheet.partnerCenter() != null) {
            var account = writer.account();
            entities.persist(account);
            partnerCenterUsers.recount(account, goneSince(sheet));
        }
    }

    /** Who still is a user in Cloud Partner Portal only. */
    private static Map<String, PartnerCenterUser> goneSince(AccountSheet sheet) {
        var still = sheet.partnerCenter().users().stream()
                .map(person -> KeyNormalization.of(person.userPrincipalName()))
                .collect(Collectors.toSet());
        var gone = new LinkedHashMap<String, PartnerCenterUser>();
        for (var person : sheet.cpp().users()) {
            if (!still.contains(KeyNormalization.of(person.address()))) {
                var user = PartnerCenterUser.of(
                        person.address(), person.displayName(), List.of(PartnerCenterRole.DEVELOPER), true);
                gone.put(PartnerCenterUser.idOf(person.address()), user);
            }
        }
        return gone;
    }

    private static List<String> publisherIds() {
        try {
            return new ClassPathResource("sandbox/publishers.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of publisher ids cannot be read", e);
        }
    }
}
