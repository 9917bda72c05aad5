package io.accountmigration.browser.signon;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.nimbusds.jwt.JWTClaimsSet;
import io.accountmigration.browser.BrowserTest;
import io.accountmigration.browser.Person;
import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NeedsSignInServer;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.SignInServer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

@NeedsSignInServer
@ContextConfiguration(initializers = SignInServer.class)
@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:sso;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000")
class SingleSignOnTest extends BrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final Pattern AT_THE_SERVER = Pattern.compile(".*/who/.*");

    @Test
    void anOwnerSignsInOnceAndSignsOutEverywhere() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = arrivesAs(owner(account));
        owner.sees("Signed in as " + account.owner());
        owner.remembers("1-publishers");
        owner.opens("/publishers/" + account.publisherId());
        owner.sees("Further action needed");
        owner.opens(TASKLIST);
        owner.sees("My migrations");
        owner.remembers("2-tasklist");

        owner.opens("/");
        owner.presses("Sign out");
        leavesTheServer(owner);
        owner.remembers("3-signed-out");

        owner.opens(TASKLIST);
        assertThat(owner.page()).hasURL(AT_THE_SERVER);
    }

    @Test
    void signingOutInTasklistEndsTheServersSessionToo() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = arrivesAs(owner(account));
        owner.opens(TASKLIST);
        owner.signsOutInTasklist();
        leavesTheServer(owner);

        owner.follows("Sign in");
        assertThat(owner.page()).hasURL(AT_THE_SERVER);
    }

    @Test
    void whoSignsOutAtTheServerIsSignedOutHereToo() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = arrivesAs(owner(account));
        owner.opens(TASKLIST);
        owner.sees("My migrations");
        var another = arrivesAs(owner(sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"))));

        owner.page().navigate(SignInServer.issuer() + "/session/end");
        owner.presses("Leave");

        for (var place : List.of("/publishers/" + account.publisherId(), TASKLIST)) {
            owner.opens(place);
            assertThat(owner.page()).hasURL(AT_THE_SERVER);
        }
        another.opens("/");
        another.sees("Signed in as ");
    }

    @Test
    void theServersWordAboutAPersonEndsEverySessionOfThatPerson() {
        var subject = owner(sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso")));
        var atWork = arrivesAs(subject);
        var atHome = arrivesAs(subject);

        assertThat(tells(SignInServer.farewell(farewellTo(subject).build()))).isOK();

        for (var place : List.of(atWork, atHome)) {
            // A page would lead to the server, whose own session continues, and back.
            var answer = place.page().request().get("/", RequestOptions.create().setMaxRedirects(0));
            assertEquals(302, answer.status());
        }
    }

    @Test
    void nobodyElsesWordEndsASession() {
        var subject = owner(sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso")));
        var owner = arrivesAs(subject);

        for (var word : List.of(
                SignInServer.forgedFarewell(farewellTo(subject).build()),
                SignInServer.farewell(
                        farewellTo(subject).issuer("https://elsewhere.example").build()),
                SignInServer.farewell(
                        farewellTo(subject).audience("another-program").build()),
                SignInServer.farewell(
                        farewellTo(subject).claim("events", Map.of()).build()),
                SignInServer.farewell(farewellTo(subject).claim("nonce", "n").build()),
                SignInServer.farewell(farewellTo(subject).subject(null).build()),
                "word")) {
            assertThat(tells(word)).not().isOK();
        }

        owner.opens("/publishers");
        owner.opens("/");
        owner.sees("Signed in as ");
    }

    @Test
    void aDeepLinkSurvivesTheServer() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var owner = somebody();
        owner.opens("/publishers/" + account.publisherId());
        saysWhoTheyAre(owner, owner(account));
        assertThat(owner.page()).hasURL(Pattern.compile(".*/publishers/" + account.publisherId() + ".*"));
    }

    @Test
    void anOperatorIsOneByGroup() {
        var subject = known(Map.of("groups", List.of("everybody", "migration-operators")));
        var operator = arrivesAs(subject);
        operator.sees("Signed in as " + subject);
        operator.opens(COCKPIT);
        operator.sees("Running Process Instances");
        operator.opens("/camunda/app/admin/default/");
        operator.doesNotSee("Create my first");
    }

    @Test
    void aGroupThatOnlySoundsMightyOpensNothing() {
        var subject = known(Map.of(
                "groups", List.of("camunda-admin", "ADMINISTRATOR"), "email", "a@b.example", "email_verified", true));
        var person = arrivesAs(subject);
        requireReason(person, "nobody in Cloud Partner Portal has your e-mail address");
        person.remembers("4-nobody");
        person.opens("/operations");
        assertThat(person.page()).not().hasURL(Pattern.compile(".*/operations"));
    }

    @Test
    void anAddressThatIsNotVerifiedMakesNobodyAnOwner() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        requireReason(
                arrivesAs(known(Map.of("email", account.owner(), "email_verified", false))),
                "has not confirmed your e-mail address");
        requireReason(arrivesAs(known(Map.of("email", account.owner()))), "has not confirmed your e-mail address");
        arrivesAs(owner(account)).sees("Signed in as " + account.owner());
    }

    @Test
    void aPersonStaysTheUserOfTheFirstSignInWhateverTheAddressIsLater() {
        var mine = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var others = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var subject = owner(mine);
        arrivesAs(subject).sees("Signed in as " + mine.owner());

        SignInServer.knows(subject, Map.of("email", others.owner(), "email_verified", true));
        arrivesAs(subject).sees("Signed in as " + mine.owner());

        // Somebody new who has been given the address meanwhile.
        requireReason(arrivesAs(owner(mine)), "Somebody else has signed in here with your e-mail address before");
    }

    private static JWTClaimsSet.Builder farewellTo(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(SignInServer.issuer())
                .audience("account-migration")
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    /** What is answered to somebody who says that a session is over. */
    private APIResponse tells(String word) {
        return somebody()
                .page()
                .request()
                .post(
                        "/logout/connect/back-channel/sso",
                        RequestOptions.create().setForm(FormData.create().set("logout_token", word)));
    }

    private Person arrivesAs(String subject) {
        var person = somebody();
        person.opens("/");
        saysWhoTheyAre(person, subject);
        return person;
    }

    private static void saysWhoTheyAre(Person person, String subject) {
        assertThat(person.page()).hasURL(AT_THE_SERVER);
        person.page().getByRole(AriaRole.TEXTBOX).fill(subject);
        person.presses("Continue");
    }

    private static void requireReason(Person person, String reason) {
        var alerts = person.page().getByRole(AriaRole.ALERT);
        assertThat(alerts).hasCount(1);
        assertThat(alerts).containsText(reason);
    }

    private static void leavesTheServer(Person person) {
        person.presses("Leave");
        person.sees("You are signed out.");
        assertThat(person.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    private static String owner(Account account) {
        return known(Map.of("email", account.owner(), "email_verified", true));
    }

    private static String known(Map<String, Object> claims) {
        var subject = UUID.randomUUID().toString();
        SignInServer.knows(subject, claims);
        return subject;
    }
}
