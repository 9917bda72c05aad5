package io.accountmigration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.CampaignEvent;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.OverrideAccount;
import io.accountmigration.campaign.PauseCause;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.campaign.readiness.ReportState;
import io.accountmigration.campaign.readiness.SelectionRefused;
import io.accountmigration.eligibility.FixableBy;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.operations.OperatorAction;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.SyncSettings.Worth;
import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.operations.UserSyncView;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebTextsTest {

    private static final Pattern PLAIN_KEY = Pattern.compile("#\\{([a-zA-Z.]+)[(}]");

    /** Codes of two words and more in quotes, and the one of one word. */
    private static final Pattern REASON =
            Pattern.compile("\"([A-Z]+_[A-Z_]+|REFUSED|UNREADABLE|APPROVED|REJECTED)[ \"]");

    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2,}(?:_[A-Z]+)+|BUSY|UNAUTHENTICATED)\"");

    private final Properties english = texts("web.properties");
    private final Properties dutch = texts("web_nl.properties");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(dutch.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void bothLanguagesNameTheSameThings() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placesIn(dutch, key)).isEqualTo(placesIn(english, key)));
    }

    @Test
    void everythingThatIsShownByNameHasAText() {
        var wanted = new HashSet<String>();
        Stream.of(MigrationState.values())
                .forEach(state -> wanted.addAll(Set.of("state." + state, "state." + state + ".text")));
        Stream.of(CaseView.Situation.values())
                .forEach(state -> wanted.addAll(Set.of("state." + state, "state." + state + ".text")));
        wanted.addAll(named("migration.portal.", CaseView.PortalAccess.values()));
        wanted.addAll(
                named("operations.needsYou.", "stopped", "lost", "paused", "decide", "staged", "owners", "suspended"));
        wanted.addAll(named("step.", MigrationStep.values()));
        wanted.addAll(named("fixableBy.", FixableBy.values()));
        wanted.addAll(named("operations.action.", OperatorAction.Kind.values()));
        wanted.addAll(named("operations.wanted.", OwnerSearchWorkflow.Why.values()));
        wanted.addAll(named("verification.kind.", VerifiedItem.Kind.values()));
        wanted.addAll(named("verification.result.", VerifiedItem.Result.values()));
        wanted.addAll(named("verification.reason.", "notPart", "missing", "differs"));
        wanted.addAll(named("verification.area.", SettingsArea.values()));
        wanted.addAll(named("timeSpan.", "days", "hours", "minutes"));
        wanted.addAll(named("many.effect.", "ENDS", "MOVES_BACK", "NONE"));
        wanted.addAll(named("many.", "retry.done", "cancel.done"));
        wanted.addAll(named("role.", PublisherRole.values()));
        wanted.addAll(named("userType.", UserType.values()));
        wanted.addAll(named("publisher.status.", PublisherStatus.values()));
        wanted.addAll(named("banner.title.", State.values()));
        wanted.addAll(named("banner.OWNER.", State.values()));
        wanted.addAll(named("banner.CONTRIBUTOR.", State.values()));
        wanted.addAll(named("actor.", CaseView.OPERATORS, CaseView.PROGRAM));

        assertThat(english.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everythingAboutTheSyncOfUsersHasAText() {
        var wanted = new HashSet<String>();
        Stream.of(UserSyncView.State.values())
                .forEach(state -> wanted.addAll(Set.of("sync.state." + state, "sync.state." + state + ".text")));
        wanted.addAll(named("sync.change.", ChangeState.values()));
        wanted.addAll(named("sync.notice.user.", ChangeState.values()));
        wanted.addAll(named("sync.operation.", ChangeOperation.values()));
        wanted.addAll(named("sync.worth.", Worth.values()));
        wanted.addAll(named("sync.drift.", DriftClass.values()));
        wanted.addAll(named("sync.action.", DriftAction.values()));
        wanted.addAll(named("sync.reason.", FailureReason.values()));

        assertThat(english.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everythingAboutCampaignsHasAText() {
        var wanted = new HashSet<String>();
        Stream.of(CampaignState.values())
                .forEach(
                        state -> wanted.addAll(Set.of("campaign.state." + state, "campaign.state." + state + ".text")));
        Stream.of(PauseCause.values())
                .forEach(cause ->
                        wanted.addAll(Set.of("campaign.pause." + cause, "campaign.pause." + cause + ".plain")));
        wanted.addAll(named("campaign.account.", AccountState.values()));
        wanted.addAll(named("campaign.progress.", CampaignView.Progress.values()));
        wanted.addAll(named("campaign.health.", CampaignView.Health.values()));
        wanted.addAll(named("campaign.need.", ReadinessCategory.values()));
        wanted.addAll(named("campaign.action.", OverrideAccount.Action.values()));
        wanted.addAll(named("campaign.event.", CampaignEvent.Type.values()));

        assertThat(english.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everythingAboutReadinessHasAText() {
        var wanted = new HashSet<String>();
        wanted.addAll(named("readiness.need.", ReadinessCategory.values()));
        wanted.addAll(named("readiness.state.", ReportState.values()));
        wanted.addAll(named("readiness.reason.", RejectedRow.Reason.values()));

        assertThat(english.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everyReasonThatTheSyncGivesHasAText() throws IOException {
        var given = new HashSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java/io/accountmigration/usersync"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                REASON.matcher(Files.readString(source)).results().forEach(reason -> given.add(reason.group(1)));
            }
        }

        assertThat(given).contains("LAST_OWNER", "TOO_MANY_REMOVALS", "REFUSED");
        assertThat(english.stringPropertyNames()).containsAll(named("sync.reason.", given.toArray()));
    }

    @Test
    void everyStepOfTheSyncHasAText() throws IOException {
        var steps = named("sync.step.", SyncStep.Kind.values());

        assertThat(english.stringPropertyNames()).containsAll(steps);
        assertThat(texts("web_nl.properties").stringPropertyNames()).containsAll(steps);
    }

    @Test
    void everyRefusalOfTheSyncIsSaidInBothLanguages() {
        var codes = Stream.concat(
                        Arrays.stream(UserSyncRefused.Refusal.values()).map(Enum::name),
                        Stream.of("FIELD_INVALID", "REASON_MISSING"))
                .flatMap(code -> Stream.of(code + ".title", code + ".detail"))
                .toList();

        assertThat(texts("problems.properties").stringPropertyNames()).containsAll(codes);
        assertThat(texts("problems_nl.properties").stringPropertyNames()).containsAll(codes);
    }

    /** What is wrong is one sentence or part of one, what to do about it another. */
    @Test
    void everyProblemSaysWhatIsWrongAndWhatToDoInBothLanguages() throws IOException {
        var codes = new HashSet<String>();
        Stream.of(Refusal.values()).map(Enum::name).forEach(codes::add);
        Stream.of(UserSyncRefused.Refusal.values()).map(Enum::name).forEach(codes::add);
        Stream.of(CampaignRefused.Refusal.values()).map(Enum::name).forEach(codes::add);
        Stream.of(SelectionRefused.Refusal.values()).map(Enum::name).forEach(codes::add);
        for (var module : List.of("web", "process", "program", "migration")) {
            try (var sources = Files.walk(Path.of("src/main/java/io/accountmigration", module))) {
                for (var source : sources.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
                }
            }
        }
        codes.removeIf(code -> code.startsWith("ROLE_")
                || Set.of("CHANGE_ROLE", "LEAVE_OUT", "APPOINT_OWNER").contains(code));

        assertThat(codes).contains("NOT_OWNER", "INTERNAL_ERROR", "TOO_MANY_ATTEMPTS", "FIELD_INVALID");
        for (var texts : List.of(texts("problems.properties"), texts("problems_nl.properties"))) {
            assertThat(codes).allSatisfy(code -> {
                assertThat(texts.getProperty(code + ".title")).isNotBlank();
                assertThat(texts.getProperty(code + ".detail")).containsPattern("[.;:] \\S.*[.]$");
            });
        }
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        var named = new HashSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                PLAIN_KEY.matcher(Files.readString(template)).results().forEach(key -> named.add(key.group(1)));
            }
        }

        assertThat(named).isNotEmpty();
        assertThat(english.stringPropertyNames()).containsAll(named);
    }

    private static Set<String> named(String prefix, Object... values) {
        return Arrays.stream(values).map(value -> prefix + value).collect(Collectors.toSet());
    }

    private static Set<String> placesIn(Properties texts, String key) {
        return Pattern.compile("\\{\\d")
                .matcher(texts.getProperty(key))
                .results()
                .map(place -> place.group())
                .collect(Collectors.toSet());
    }

    private static Properties texts(String file) {
        var texts = new Properties();
        try (var content = new InputStreamReader(
                WebTextsTest.class.getResourceAsStream("/texts/" + file), StandardCharsets.UTF_8)) {
            texts.load(content);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return texts;
    }
}
