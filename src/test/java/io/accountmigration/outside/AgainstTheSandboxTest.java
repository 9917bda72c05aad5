package io.accountmigration.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accountmigration.outside.budget.CallBudget;
import io.accountmigration.outside.budget.CallBudgets;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.UserChangeFeed;
import io.accountmigration.partner.UserChangeFeed.Reading;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import io.accountmigration.publisher.WriteResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

/** What one side sends, the other understands: the adapters and the stand-ins, with the wire between them. */
@SpringBootTest(
        classes = AgainstTheSandboxTest.BothSides.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
class AgainstTheSandboxTest {

    private static final Instant NOW = Instant.parse("2020-03-02T09:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String PEOPLE = "/accounts/woodgrove/partner-center/users/";

    @LocalServerPort
    int port;

    @Autowired
    CloudPartnerPortal portal;

    @Autowired
    PartnerCenter partnerCenter;

    @Autowired
    UserChangeFeed feed;

    private RestClient sandbox;

    /** Carries no stereotype, so that no component scan of the whole program finds it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration",
            })
    @ComponentScan(
            basePackages = {"io.accountmigration.outside", "io.accountmigration.sandbox"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.budget\\..*"))
    @ConfigurationPropertiesScan({"io.accountmigration.outside", "io.accountmigration.sandbox"})
    static class BothSides {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        CallBudget outsideCalls(Clock clock) {
            return CallBudgets.unlimited(clock);
        }
    }

    @BeforeEach
    void beginFirstDay() {
        sandbox = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port + "/sandbox")
                .defaultHeaders(headers -> headers.setBasicAuth("admin", "sandbox"))
                .build();
        sandbox.post().uri("/reset").retrieve().toBodilessEntity();
    }

    @Test
    void usersAreWrittenAndReadBack() {
        var before = portal.rosterOf("WOODGROVE").orElseThrow();
        var olga =
                new PublisherUser("pc-1", "olga@woodgrove.com", "Olga", UserType.USER, PublisherRole.CONTRIBUTOR, true);

        var added = (WriteResult.Written) portal.putUser("woodgrove", olga, before.version(), key("add"));
        assertThat(portal.putUser("woodgrove", olga, before.version(), key("add")))
                .isEqualTo(new WriteResult.Stale());
        var removed = (WriteResult.Written) portal.removeUser("woodgrove", "u3", added.version(), key("remove"));
        assertThat(portal.removeUser("woodgrove", "u3", removed.version(), key("remove")))
                .isEqualTo(removed);

        var after = portal.rosterOf("woodgrove").orElseThrow();
        assertThat(after.version()).isEqualTo(removed.version());
        assertThat(after.users())
                .contains(olga)
                .extracting(PublisherUser::userId)
                .containsExactlyInAnyOrder("u1", "u2", "pc-1");
        assertThat(sandbox.get().uri("/writes?publisherId=woodgrove").retrieve().body(List.class))
                .extracting(write -> ((Map<?, ?>) write).get("effect"))
                .containsExactly(true, false, true, false);
    }

    @Test
    void aUserWhomThePortalCannotKeepIsRefused() {
        var version = portal.rosterOf("woodgrove").orElseThrow().version();
        var endless = new PublisherUser("x", "x".repeat(401), "X", UserType.USER, PublisherRole.OWNER, true);

        assertThat(portal.putUser("woodgrove", endless, version, key("add"))).isInstanceOf(WriteResult.Refused.class);
    }

    @Test
    void settingsAreWrittenToWhoeverHasMoved() {
        var moved = portal.movedPublishersAfter("", 100);
        var settings = partnerCenter
                .settingsOf(moved.get(0).accountId(), SettingsArea.PAYOUT)
                .orElseThrow();
        var woodgrove = portal.find("woodgrove").orElseThrow();

        assertThat(moved)
                .containsExactly(
                        new MovedPublisher("woodgrove", woodgrove.accountId().orElseThrow()));
        var written =
                portal.putSettings("woodgrove", SettingsArea.COMPANY, settings, woodgrove.version(), key("settings"));
        assertThat(written).isInstanceOf(WriteResult.Written.class);
        assertThat(portal.find("woodgrove").orElseThrow().settings()).containsEntry(SettingsArea.COMPANY, settings);
        var contoso = portal.find("contoso").orElseThrow();
        assertThat(portal.putSettings("contoso", SettingsArea.COMPANY, settings, contoso.version(), key("settings")))
                .isInstanceOf(WriteResult.Refused.class);
    }

    @Test
    void aRosterHasEveryRoleTheUnknownOnesToo() {
        put(PEOPLE + "x-1", "{\"address\":\"x@woodgrove.com\",\"roles\":[\"Stargazer\",\"Manager\",\"Marketer\"]}");

        assertThat(partnerCenter.rosterOf(accountId()))
                .hasSize(4)
                .contains(new AccountUser("x-1", "x@woodgrove.com", "x", Set.of("Stargazer", "Manager", "Marketer")));
    }

    @Test
    void listsThatAreLateShowUsersAsTheyWere() {
        var before = partnerCenter.rosterOf(accountId());
        put("/behaviour", "{\"listsLag\":\"PT1H\"}");
        put(PEOPLE + "x-1", "{\"address\":\"x@woodgrove.com\",\"roles\":[\"Manager\"]}");
        put(PEOPLE + before.get(0).userId(), "{\"address\":\"renamed@woodgrove.com\",\"roles\":[\"Marketer\"]}");
        assertThat(partnerCenter.rosterOf(accountId())).containsExactlyInAnyOrderElementsOf(before);

        put("/behaviour", "{}");
        assertThat(partnerCenter.rosterOf(accountId()))
                .hasSize(before.size() + 1)
                .extracting(AccountUser::userPrincipalName)
                .contains("x@woodgrove.com", "renamed@woodgrove.com");
    }

    @Test
    void changesAreReadFromTheFeedPageByPage() {
        var members = IntStream.range(0, 1_100)
                .mapToObj(
                        n -> "{\"userId\":\"m-%d\",\"userPrincipalName\":\"m%d@big.example\",\"roles\":[\"Developer\"]}"
                                .formatted(n, n))
                .collect(Collectors.joining(","));
        put("/accounts/big", """
                {"cpp":{"status":"READ_ONLY","accountId":"acc-big","users":[
                   {"address":"owner@big.example","role":"OWNER"}]},
                 "partnerCenter":{"accountId":"acc-big","users":[%s]},
                 "membership":{"mpnId":"5550001","tenants":[{"tenantId":"t-big","displayName":"Big","domains":["big.example"],"primary":true}]}}""".formatted(members));
        assertThat(partnerCenter.rosterOf("acc-big")).hasSize(1_100);

        sandbox.delete().uri("/accounts/big/tenants/t-big").retrieve().toBodilessEntity();

        assertThat(partnerCenter.rosterOf("acc-big")).isEmpty();
        for (var other : List.of("{\"feedPages\":\"SEEK\"}", "{\"feedPages\":\"SEEK\",\"feedDates\":\"DAYS\"}")) {
            put("/behaviour", other);
            assertThat(((Reading.Complete) feed.read("acc-big", LONG_AGO, NOW)).records())
                    .hasSize(1_100);
        }
        put("/behaviour", "{}");
        var records = ((Reading.Complete) feed.read("acc-big", LONG_AGO, NOW)).records();
        assertThat(records).hasSize(1_100).extracting(FeedRecord::changeId).doesNotHaveDuplicates();
        assertThat(records).allSatisfy(record -> {
            assertThat(record.operation()).isEqualTo("remove_partner_user");
            assertThat(record.occurredAt()).isEqualTo(NOW);
            assertThat(record.active()).isFalse();
        });
        assertThat(records)
                .extracting(record -> record.user().orElseThrow())
                .contains(new AccountUser("m-7", "m7@big.example", "m7", Set.of()));
    }

    @Test
    void aFeedThatFailsIsNoFeed() {
        fault("\"kind\":\"TRUNCATED\"");
        assertUnavailable();
        fault("\"kind\":\"STATUS\",\"status\":500");
        assertUnavailable();
        fault("\"kind\":\"STATUS\",\"status\":401");
        assertUnavailable();
        fault("\"kind\":\"STATUS\",\"status\":410");
        assertThat(feed.read(accountId(), LONG_AGO, NOW)).isEqualTo(new Reading.Expired());
        fault("\"kind\":\"EMPTY\"");
        assertThat(read()).isEmpty();

        assertThat(read()).hasSize(5);
    }

    private List<FeedRecord> read() {
        return ((Reading.Complete) feed.read(accountId(), LONG_AGO, NOW)).records();
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(PartnerCenterUnavailable.class)
                .isThrownBy(() -> feed.read(accountId(), LONG_AGO, NOW));
    }

    private String accountId() {
        return portal.find("woodgrove").orElseThrow().accountId().orElseThrow();
    }

    private void put(String path, String body) {
        sandbox.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private void fault(String what) {
        sandbox.post()
                .uri("/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"system\":\"partner-center\",\"pathPrefix\":\"/v1/auditrecords\"," + what + "}")
                .retrieve()
                .toBodilessEntity();
    }

    private static RequestKey key(String subject) {
        var sync = UUID.nameUUIDFromBytes("user-sync/woodgrove".getBytes(StandardCharsets.UTF_8));
        return new RequestKey(sync, "userSync", subject);
    }
}
