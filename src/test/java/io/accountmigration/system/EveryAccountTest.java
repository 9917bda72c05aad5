package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryAccountTest extends WholeProgramTest {

    @ParameterizedTest
    @EnumSource
    void everyNamedAccountReachesItsEndOverTheEnginesRest(Kind kind) {
        var account = sandbox().account(kind.word());

        assertThat(new Journey(program(), account).walk()).isEqualTo(account.expectedEnd());
        requireExpectedSides(account);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindReachesItsEndOverOurRest(Kind kind) {
        var account = sandbox().create(kind);
        var caller = account.hasOwner() ? account.owner() : "operator";
        var start = Cases.comingBack(() -> cases().startOverApi(caller, account.publisherId(), null));

        assertThat(new Journey(program(), account).goOnAfter(start)).isEqualTo(account.expectedEnd());
        requireExpectedSides(account);
    }

    private void requireExpectedSides(Account before) {
        var after = sandbox().account(before.publisherId());
        if (before.expectedEnd().equals("MIGRATED")) {
            assertThat(after.portalStatus()).isEqualTo("READ_ONLY");
            assertThat(after.partnerCenterState()).isEqualTo("ACTIVE");
        } else {
            assertThat(after.sheet()).isEqualTo(before.sheet());
        }
    }

    @Test
    void straightThroughTakesOneTask() {
        var journey = new Journey(program(), sandbox().create(Kind.CONTOSO));

        assertThat(journey.walk()).isEqualTo("MIGRATED");
        assertThat(journey.asked()).containsExactly(Task.PROVIDE_WORK_EMAIL);
        assertThat(journey.problems()).containsExactly("");
    }

    @Test
    void whoHasNoPartnerIdIsAskedToEnrol() {
        var journey = new Journey(program(), sandbox().create(Kind.NORTHWIND));

        assertThat(journey.walk()).isEqualTo("MIGRATED");
        assertThat(journey.asked()).containsExactly(Task.PROVIDE_WORK_EMAIL, Task.ENROL);
        assertThat(journey.problems()).containsExactly("", "PARTNER_ID_MISSING");
    }

    @Test
    void anUnknownPartnerIdIsSaidToBeUnknown() {
        var journey = new Journey(program(), sandbox().create(Kind.TAILSPIN));

        assertThat(journey.walk()).isEqualTo("MIGRATED");
        assertThat(journey.problems()).containsExactly("", "PARTNER_ID_NOT_FOUND");
    }

    @Test
    void anAddressOfAnotherTenantNamesThePartnersTenant() {
        var fresh = sandbox().create(Kind.ADVENTURE_WORKS);
        cases().start(fresh).succeeded();
        cases().awaitTask(fresh.owner(), fresh, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", fresh.owner())
                .succeeded();

        var back = awaitProblem(fresh);

        assertThat(back.shown("problemCode")).isEqualTo("TENANT_MISMATCH");
        assertThat(back.shown("problemText")).contains("Adventure Works Cycles");
        assertThat(new Journey(program(), fresh).goOn()).isEqualTo("MIGRATED");
    }

    @Test
    void aTenantNamedLikeMarkupKeepsItsName() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, "<b>x</b>"));
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();

        assertThat(awaitProblem(account).shown("problemText")).contains("<b>x</b>");
        assertThat(program()
                        .browserOf(account.owner())
                        .open("/migrations/" + account.publisherId())
                        .text())
                .contains("&lt;b&gt;x&lt;/b&gt;")
                .doesNotContain("<b>x</b>");
    }

    private Task awaitProblem(Account account) {
        return Cases.patiently("the task comes back")
                .until(
                        () -> cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL),
                        task -> !task.shown("problemCode").isEmpty());
    }
}
