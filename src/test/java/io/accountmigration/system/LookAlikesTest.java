package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireClosed;
import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and addresses that look like another's, and are not: nobody comes by them to what is another's. */
class LookAlikesTest extends WholeProgramTest {

    /** How a text can be made to look like itself; each needs a letter that the accounts of this test have. */
    enum Trick {
        CYRILLIC(text -> text.replace('a', '\u0430').replace('o', '\u043e')),
        GREEK(text -> text.replace('o', '\u03bf')),
        FULL_WIDTH(text -> text.replace('w', '\uff57')),
        FULL_WIDTH_AT(text -> text.replace('@', '\uff20').replace('-', '\uff0d')),
        KELVIN_SIGN(text -> text.replace('k', '\u212a')),
        LONG_S(text -> text.replace('s', '\u017f')),
        DOTLESS_I(text -> text.replace('e', '\u0435').replace('i', '\u0131')),
        ZERO_WIDTH_SPACE(text -> text.replaceFirst("w", "w\u200b")),
        ZERO_WIDTH_JOINER(text -> text.replaceFirst("w", "w\u200d")),
        SOFT_HYPHEN(text -> text.replaceFirst("w", "w\u00ad")),
        BYTE_ORDER_MARK(text -> text.replaceFirst("w", "\ufeffw")),
        RIGHT_TO_LEFT(text -> "\u202e" + text),
        LEFT_TO_RIGHT_MARK(text -> text.replaceFirst("w", "w\u200e")),
        COMBINING_MARK(text -> text.replaceFirst("e", "e\u0301")),
        NO_BREAK_SPACE(text -> text.replaceFirst("w", "w\u00a0")),
        TAG_LETTER(text -> text + "\udb40\udc61"),
        NOT_A_CHARACTER(text -> text + "\uffff"),
        DOT(text -> text.replace('.', '\u3002').replace('-', '\u2010'));

        private final UnaryOperator<String> change;

        Trick(UnaryOperator<String> change) {
            this.change = change;
        }

        String on(String text) {
            var changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            return changed;
        }
    }

    private static final String LONGER_THAN_FAILED_SIGN_INS_COUNT = "PT6M";

    private Account account;

    @BeforeEach
    void anAccountWithTheseLetters() {
        account = sandbox().create(Kind.ADVENTURE_WORKS);
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatOnlyLooksLikeOneIsUnknown(Trick trick) {
        var lookAlike = trick.on(account.publisherId());

        for (var endpoint : Endpoint.values()) {
            var refusal = endpoint.start(program(), account.owner(), lookAlike, null);
            requireProblem(refusal, 404, "PUBLISHER_NOT_FOUND");
        }
        cases().start(account).succeeded();
        var inPath = URLEncoder.encode(lookAlike, StandardCharsets.UTF_8).replace("+", "%20");
        for (var caller : List.of(account.owner(), "operator", "service")) {
            for (var path : List.of(
                    "/api/migrations/" + inPath,
                    "/api/migrations/" + inPath + "/history",
                    "/api/migrations/" + inPath + "/events",
                    "/api/publishers/" + inPath + "/banner",
                    "/api/publishers/" + inPath + "/eligibility",
                    "/api/publishers/" + inPath + "/user-sync")) {
                requireClosed(caller + " " + path, as(caller).get(path));
            }
            requireClosed(caller, as(caller).post("/api/migrations/" + inPath + "/cancel", null));
            requireClosed(caller, as(caller).post("/api/migrations/" + inPath + "/take-over", null));
        }
        assertThat(cases().state(account)).isNotEqualTo("CANCELLED");
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatOnlyLooksLikeAnOwnersIsNobodys(Trick trick) {
        var lookAlike = trick.on(account.owner());

        for (var endpoint : Endpoint.values()) {
            var refusal = endpoint.start(program(), "operator", account.publisherId(), lookAlike);
            assertThat(refusal.status()).as(endpoint + " " + refusal).isIn(400, 403);
            requireProblem(refusal);
        }
        assertThat(cases().instances(account.publisherId())).isZero();
        // What failed before, in this class or another, slows nobody down after that.
        sandbox().advanceClock(LONGER_THAN_FAILED_SIGN_INS_COUNT);
        // Somebody who signs in so is either unknown or no owner.
        for (var path : List.of("/api/publishers/" + account.publisherId() + "/banner", "/engine-rest/task")) {
            assertThat(as(lookAlike).get(path).status()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkAddressThatOnlyLooksLikeOneComesBack(Trick trick) {
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);

        task.complete("workEmail", trick.on(account.workEmail())).succeeded();

        var back = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        assertThat(back.id()).isNotEqualTo(task.id());
        assertThat(back.shown("problemCode")).isEqualTo("EMAIL_INVALID");
        assertThat(sandbox().mailTo(account.workEmail())).isEmpty();
    }

    /** What is copied along unseen makes no other id and no other address, at whichever endpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff", "\u200e"})
    void whatIsInvisibleAtTheEdgesCountsForNothing(String invisible) {
        for (var endpoint : Endpoint.values()) {
            var one = sandbox().create(Kind.ADVENTURE_WORKS);
            endpoint.start(
                            program(),
                            "operator",
                            invisible + one.publisherId() + invisible,
                            invisible + one.owner() + invisible)
                    .succeeded();
            var inPath = URLEncoder.encode(invisible + one.publisherId() + invisible, StandardCharsets.UTF_8);
            assertThat(as("operator")
                            .get("/api/migrations/" + inPath)
                            .succeeded()
                            .json()
                            .path("publisherId")
                            .asText())
                    .isEqualTo(one.publisherId());
            var task = cases().awaitTask(one.owner(), one, Task.PROVIDE_WORK_EMAIL);
            task.complete("workEmail", invisible + one.workEmail() + invisible).succeeded();
            var next = cases().awaitTask(one.owner(), one, Task.CONFIRM_WORK_EMAIL);
            next.complete("confirmationCode", invisible + sandbox().awaitCode(one.workEmail()) + invisible)
                    .succeeded();
            cases().awaitState(one, "MIGRATED");
        }
    }

    /** As a name is copied along with what stands around it; whoever checks the password. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u200b", "\ufeff", "\u200e", "\t"})
    void whatIsInvisibleAtTheEdgesOfASignInNameCountsForNothing(String invisible) {
        cases().start(account).succeeded();
        var endpoints = Map.of(
                account.owner(),
                List.of("/api/publishers/" + account.publisherId() + "/banner", "/engine-rest/task"),
                "operator",
                List.of("/api/migrations", "/engine-rest/task"),
                "service",
                List.of("/api/migrations/" + account.publisherId()),
                "admin",
                List.of("/sandbox/accounts/" + account.publisherId(), "/sandbox/faults"));

        endpoints.forEach((name, paths) -> {
            for (var path : paths) {
                assertThat(as(invisible + name + invisible).get(path).status())
                        .as(path)
                        .isEqualTo(200);
            }
        });
    }

    @org.junit.jupiter.api.Test
    void everyTrickChangesWhatIsTried() {
        assertThat(Stream.of(account.publisherId(), account.owner(), account.workEmail()))
                .allSatisfy(text -> assertThat(Arrays.stream(Trick.values()).map(trick -> trick.on(text)))
                        .doesNotHaveDuplicates());
    }
}
