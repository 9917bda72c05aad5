package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.Domain;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxDatabase;
import io.accountmigration.sandbox.data.SandboxTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The publishers of the sandbox as sheets: read in pages, created and replaced. */
@Component
@Profile("sandbox")
@SandboxTransaction
public class Accounts {

    private static final int FIRST_OWN_NUMBER = 7_000_000;
    private static final int OWN_NUMBERS = 1_000_000;

    private final EntityManager entities;
    private final Publishers publishers;
    private final PartnerRegistry registry;
    private final AccountReader reader;
    private final AccountRemoval removal;
    private final Clock clock;

    public Accounts(
            SandboxDatabase database,
            Publishers publishers,
            PartnerRegistry registry,
            AccountReader reader,
            AccountRemoval removal,
            Clock clock) {
        this.entities = database.entityManager();
        this.publishers = publishers;
        this.registry = registry;
        this.reader = reader;
        this.removal = removal;
        this.clock = clock;
    }

    public Optional<AccountSheet> find(String publisherId) {
        return publishers.find(publisherId).map(reader::sheet);
    }

    /** The publishers that follow a key in the order of keys. */
    public List<AccountSheet> after(String key, int size) {
        // Nothing is changed here, so no query needs to look for changes in everything read before it.
        entities.setFlushMode(FlushModeType.COMMIT);
        return publishers.after(key, size).stream().map(reader::sheet).toList();
    }

    /** Creates the publisher or replaces all that is known of it; answers what is known now. */
    public AccountSheet put(String publisherId, AccountSheet given) {
        var key = KeyNormalization.of(publisherId);
        var replaced = publishers.hold(publisherId).orElse(null);
        removal.remove(key);
        var sheet = SheetCompletion.complete(publisherId, given, freeNumber(key));
        if (sheet.partnerCenter() != null) {
            requireOwnAccountId(sheet.partnerCenter().accountId());
        }
        var writer = new AccountWriter(sheet, entities::merge);
        Predicate<String> isFree = name ->
                entities.find(Domain.class, name) == null && registry.find(name).isEmpty();
        writer.write(clock.instant(), isFree, replaced);
        if (sheet.partnerCenter() != null) {
            entities.merge(writer.account());
        }
        entities.flush();
        entities.clear();
        return find(publisherId).orElseThrow();
    }

    private void requireOwnAccountId(String accountId) {
        if (entities.find(PartnerCenterAccount.class, accountId) != null) {
            throw new Refusal(409, "ACCOUNT_ID_TAKEN", "Another publisher has the account " + accountId + ".");
        }
    }

    /** A partner id that follows from the publisher's key and that nobody has. */
    private String freeNumber(String key) {
        var checksum = new CRC32();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        var number = checksum.getValue() % OWN_NUMBERS;
        while (registry.find(String.valueOf(FIRST_OWN_NUMBER + number)).isPresent()) {
            number = (number + 1) % OWN_NUMBERS;
        }
        return String.valueOf(FIRST_OWN_NUMBER + number);
    }
}
