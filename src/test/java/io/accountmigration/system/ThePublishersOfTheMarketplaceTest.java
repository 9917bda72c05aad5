package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ThePublishersOfTheMarketplaceTest extends WholeProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(ThePublishersOfTheMarketplaceTest.class);

    private static final int PUBLISHERS = 583;

    /** One of each kind, and such as have ids that trip programs up. */
    private static final List<String> SAMPLE = List.of(
            "aiscaler-cache-control-ddos-and-url-rewriting-",
            "bmc.com",
            "CloudLink.SecureVM.Test",
            "adobe_test",
            "Acronis2",
            "active-navigation",
            "abiquo",
            "aimsinnovation",
            "Bitnami",
            "Acronis.Abokov.Backup",
            "auriq-systems",
            "akumina");

    private final ExecutorService owners = Executors.newFixedThreadPool(8);

    @AfterEach
    void sendOwnersHome() {
        owners.shutdownNow();
    }

    @Test
    void aSampleOfThemReachesTheExpectedEnds() {
        walkAll(SAMPLE.stream().map(sandbox()::account).toList());
    }

    @Test
    @Tag("full")
    void allOfThemReachTheExpectedEnds() {
        var accounts = sandbox().generatedAccounts();
        assertThat(accounts).hasSize(PUBLISHERS);
        walkAll(accounts);
    }

    private void walkAll(List<Account> accounts) {
        var begin = Instant.now();
        var journeys = new TreeMap<String, Future<String>>();
        accounts.forEach(account -> journeys.put(account.publisherId(), owners.submit(end(account))));
        var ends = new TreeMap<String, String>();
        journeys.forEach((publisherId, journey) -> ends.put(publisherId, result(journey)));

        var seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        LOG.info(
                "{} accounts in {} s, {} a second: {}",
                accounts.size(),
                seconds,
                String.format(Locale.ROOT, "%.1f", accounts.size() / seconds),
                ends.values().stream().collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting())));
        assertThat(ends)
                .isEqualTo(accounts.stream().collect(Collectors.toMap(Account::publisherId, Account::expectedEnd)));
    }

    /** The end that an account comes to, or has come to in another test already. */
    private Callable<String> end(Account account) {
        return () -> {
            var known = as("service").get("/api/migrations/" + account.publisherId());
            return known.isSuccess() ? known.json().path("state").asText() : new Journey(program(), account).walk();
        };
    }

    private static String result(Future<String> journey) {
        try {
            return journey.get();
        } catch (ExecutionException failed) {
            return failed.getCause().toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
