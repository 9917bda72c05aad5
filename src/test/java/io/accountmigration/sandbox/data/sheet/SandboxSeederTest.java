package io.accountmigration.sandbox.data.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.sandbox.SandboxProperties;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerCenterUsers;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.SandboxDatabase;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class SandboxSeederTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-02T09:00:00Z"), ZoneOffset.UTC);

    private SandboxDatabase database;

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void theRealIdsComeFirstAndAreSpelledAsTheyAre() {
        var sandbox = begin(null, 584);

        var ids = sandbox.all().stream().map(AccountSheet::publisherId).toList();

        assertThat(ids).hasSize(10 + 584).contains("Acronis.Abokov.Backup", "4psa", "publisher-584");
        var first = sandbox.find("4PSA");
        assertThat(first.publisherId()).isEqualTo("4psa");
        assertThat(first.cpp().users().get(0).address()).isEqualTo("owner@p1.example");
    }

    @Test
    void ofAHundredMostGoStraightThroughAndEveryKindIsAmongThem() {
        var kinds = begin(null, 100).all().stream()
                .filter(sheet -> Kind.find(sheet.publisherId()).isEmpty())
                .collect(Collectors.groupingBy(AccountSheet::kind, Collectors.counting()));

        assertThat(kinds)
                .hasSize(10)
                .containsEntry("contoso", 60L)
                .containsEntry("fabrikam", 8L)
                .containsEntry("alpine", 1L);
    }

    @Test
    void everyGeneratedPublisherKnowsItsEnd() {
        for (var sheet : begin(null, 100).all()) {
            var kind = Kind.find(sheet.kind()).orElseThrow();
            var end =
                    switch (kind) {
                        case WOODGROVE -> "ALREADY_MIGRATED";
                        case ALPINE -> "NO_OWNER";
                        default -> "MIGRATED";
                    };
            assertThat(sheet.expectedEnd()).as(sheet.publisherId()).isEqualTo(end);
            assertThat(sheet.acceptedPartnerId()).isEqualTo(sheet.membership().mpnId());
            var domains = sheet.membership().tenants().get(0).domains();
            assertThat(domains).contains(KeyNormalization.domainOf(sheet.acceptedWorkEmail()));
        }
    }

    @Test
    @Tag("full")
    void tenThousandPublishersAreThereInSeconds() {
        var start = System.nanoTime();

        var sandbox = begin(null, 10_000);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(sandbox.find("publisher-10000").owners()).hasSizeLessThan(3);
    }

    @Test
    void aFilledSandboxIsLeftAloneAndPostgresqlServesAsWell() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var url = postgres.getJdbcUrl("postgres", "postgres");
            var sandbox = begin(url, 20);
            sandbox.run(() -> sandbox.accounts.put("contoso", bare()));
            database.destroy();

            var again = begin(url, 20);

            assertThat(again.all()).hasSize(30);
            assertThat(again.find("contoso").owners()).containsExactly("owner@bare.example");
            again.firstDay.beginAgain();
            assertThat(again.find("contoso").owners()).containsExactly("owner@contoso.com");
        }
    }

    private static AccountSheet bare() {
        var owner = new AccountSheet.CppPerson(null, "owner@bare.example", null, null, CppUser.Role.OWNER, null, null);
        var cpp = new AccountSheet.Cpp(null, null, null, null, null, List.of(owner));
        return new AccountSheet(null, null, null, null, null, null, cpp, null, null);
    }

    private Sandbox begin(String url, int generated) {
        var properties = new SandboxProperties(url, null, null, "sandbox", generated, Duration.ofSeconds(10), false);
        database = new SandboxDatabase(properties);
        var users = new PartnerCenterUsers(database, CLOCK);
        var removal = new AccountRemoval(database);
        var firstDay = new SandboxSeeder(database, removal, users, properties, CLOCK);
        firstDay.begin();
        var publishers = new Publishers(database);
        var registry = new PartnerRegistry(database);
        var reader = new AccountReader(
                new TenantDirectory(database), registry, new PartnerCenterAccounts(database), properties, CLOCK);
        var accounts = new Accounts(database, publishers, registry, reader, removal, CLOCK);
        return new Sandbox(firstDay, accounts, new TransactionTemplate(database.transactionManager()));
    }

    /** The parts as Spring would wire them, with their transactions. */
    private record Sandbox(SandboxSeeder firstDay, Accounts accounts, TransactionTemplate transaction) {

        private List<AccountSheet> all() {
            return run(() -> accounts.after("", Integer.MAX_VALUE));
        }

        private AccountSheet find(String publisherId) {
            return run(() -> accounts.find(publisherId)).orElseThrow();
        }

        private <T> T run(Supplier<T> work) {
            return transaction.execute(status -> work.get());
        }
    }
}
