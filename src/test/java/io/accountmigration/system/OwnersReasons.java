package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** Brings one owner after the other to each reason why a task comes back, and reads it where the owner does. */
final class OwnersReasons {

    /** Longer than codes are valid. */
    private static final String TOO_LATE_FOR_CODES = "PT31M";

    private static final int A_FEW_CODES = 5;

    private final Program program;
    private final Sandbox sandbox;
    private final Cases cases;

    OwnersReasons(Program program) {
        this.program = program;
        this.sandbox = new Sandbox(program.as("admin"));
        this.cases = new Cases(program);
    }

    List<SaidProblem> all() {
        return List.of(
                afterTheAddress("EMAIL_INVALID", Kind.CONTOSO, "nobody"),
                afterTheAddress("NO_TENANT", Kind.CONTOSO, "owner@nowhere-at-all.example"),
                addressOfAnotherUser(),
                consumerAccount(),
                unmanagedTenant(),
                tenantMismatch(),
                atTheEnrolment("PARTNER_ID_MISSING", ""),
                atTheEnrolment("PARTNER_ID_MALFORMED", "MPN-12"),
                partnerIdNotFound(),
                partnerIdPending(),
                partnerIdRejected(),
                code("CODE_WRONG"),
                code("CODE_EXPIRED"),
                codeNotSent(),
                emailUndeliverable(),
                ownerChanged());
    }

    private SaidProblem afterTheAddress(String code, Kind kind, String address) {
        var account = sandbox.create(kind);
        giveAddress(account, address);
        return read(code, account);
    }

    private SaidProblem consumerAccount() {
        var account = sandbox.create(Kind.FABRIKAM);
        giveAddress(account, account.owner());
        return read("CONSUMER_ACCOUNT", account);
    }

    private SaidProblem addressOfAnotherUser() {
        var account = sandbox.create(Kind.PROSEWARE);
        giveAddress(account, account.secondOwner());
        return read("ADDRESS_OF_ANOTHER_USER", account);
    }

    private SaidProblem tenantMismatch() {
        var account = sandbox.create(Kind.ADVENTURE_WORKS);
        giveAddress(account, account.owner());
        return read("TENANT_MISMATCH", account);
    }

    private SaidProblem unmanagedTenant() {
        var publisher = NewPublishers.of(Kind.CONTOSO);
        var membership = membershipOf(publisher);
        var tenant = new HashMap<>(((List<Map<String, Object>>) membership.get("tenants")).get(0));
        tenant.put("unmanaged", true);
        membership.put("tenants", List.of(tenant));
        publisher.sheet().put("membership", membership);
        var account = sandbox.create(publisher);
        giveAddress(account, account.owner());
        return read("UNMANAGED_TENANT", account);
    }

    private SaidProblem atTheEnrolment(String code, String partnerId) {
        var account = sandbox.create(Kind.NORTHWIND);
        giveAddress(account, account.owner());
        cases.awaitTask(account.owner(), account, Task.ENROL)
                .complete("partnerId", partnerId)
                .succeeded();
        return read(code, account);
    }

    private SaidProblem partnerIdNotFound() {
        var account = sandbox.create(Kind.TAILSPIN);
        giveAddress(account, account.owner());
        return read("PARTNER_ID_NOT_FOUND", account);
    }

    /** The network decides soon, so another account tries again where it was faster than the reader. */
    private SaidProblem partnerIdPending() {
        return Cases.patiently("a pending enrolment is read in time")
                .until(this::readPending, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<SaidProblem> readPending() {
        var account = sandbox.create(Kind.LITWARE);
        program.openBrowserOf(account.owner());
        giveAddress(account, account.owner());
        Cases.patiently("the network was asked").until(() -> {
            var view = cases.view(account);
            return view.path("problem").isObject()
                    || view.path("state").asText().matches("MOVING|MIGRATED");
        });
        return find("PARTNER_ID_PENDING", account);
    }

    private SaidProblem partnerIdRejected() {
        var publisher = NewPublishers.of(Kind.CONTOSO);
        var membership = membershipOf(publisher);
        membership.put("state", "REJECTED");
        publisher.sheet().put("membership", membership);
        var account = sandbox.create(publisher);
        giveAddress(account, account.owner());
        return read("PARTNER_ID_REJECTED", account);
    }

    private SaidProblem code(String problem) {
        var account = sandbox.create(Kind.FABRIKAM);
        giveAddress(account, account.workEmail());
        var task = cases.awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL);
        var code = sandbox.awaitCode(account.workEmail());
        if (problem.equals("CODE_EXPIRED")) {
            sandbox.advanceClock(TOO_LATE_FOR_CODES);
            task.complete("confirmationCode", code).succeeded();
        } else {
            task.complete("confirmationCode", "not the code").succeeded();
        }
        return read(problem, account);
    }

    private SaidProblem codeNotSent() {
        var account = sandbox.create(Kind.FABRIKAM);
        giveAddress(account, account.workEmail());
        for (var again = 1; again <= A_FEW_CODES; again++) {
            cases.awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL)
                    .complete("nextStep", "SEND_AGAIN")
                    .succeeded();
        }
        return read("CODE_NOT_SENT", account);
    }

    /** Another owner answers, and is none any more before the account is locked. */
    private SaidProblem ownerChanged() {
        var account = sandbox.create(Kind.PROSEWARE);
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        program.as(account.secondOwner())
                .post("/api/migrations/" + account.publisherId() + "/take-over", null)
                .succeeded();
        var task = cases.awaitTask(account.secondOwner(), account, Task.PROVIDE_WORK_EMAIL);
        sandbox.putPortalUser(account, "u3", account.secondOwner(), "CONTRIBUTOR");
        task.complete("workEmail", account.secondOwner()).succeeded();
        return read("OWNER_CHANGED", account);
    }

    /** The invitation has to be through first: the mail server of the sandbox refuses whatever comes next. */
    private SaidProblem emailUndeliverable() {
        var account = sandbox.create(Kind.FABRIKAM);
        cases.start(account).succeeded();
        var task = cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        Cases.patiently("the invitation of " + account.owner())
                .until(() -> !sandbox.mailTo(account.owner()).isEmpty());
        sandbox.order(new Fault("mail", null, null, "STATUS", 550, 0, 1));
        task.complete("workEmail", account.workEmail()).succeeded();
        return read("EMAIL_UNDELIVERABLE", account);
    }

    private void giveAddress(Account account, String address) {
        cases.start(account).succeeded();
        cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", address)
                .succeeded();
    }

    private SaidProblem read(String code, Account account) {
        return Cases.patiently(code + " of " + account.publisherId())
                .until(() -> find(code, account), Optional::isPresent)
                .orElseThrow();
    }

    /** The reason in both languages, over REST, on the page and in the form of the task, which must not differ. */
    private Optional<SaidProblem> find(String code, Account account) {
        return sentence(code, account, "en").flatMap(english -> sentence(code, account, "nl")
                .map(dutch -> new SaidProblem(code, "the owner’s task and status page", 0, english, dutch)));
    }

    private Optional<String> sentence(String code, Account account, String language) {
        var path = "/api/migrations/" + account.publisherId();
        var view = program.as("service").send("GET", path, null, Map.of("Accept-Language", language));
        var problem = view.succeeded().json().path("problem");
        if (!problem.path("code").asText().equals(code)) {
            return Optional.empty();
        }
        var text = problem.path("text").asText();
        var browser = program.openBrowserOf(account.owner());
        var page = browser.open("/migrations/" + account.publisherId() + "?language=" + language);
        if (!page.text().contains(HtmlUtils.htmlEscape(text, "UTF-8"))) {
            return Optional.empty();
        }
        var inForms = cases.tasksSeenBy(account.owner(), account).stream()
                .map(task -> browser.send("GET", formOf(task), null).succeeded().json())
                .map(form -> form.path("problemText").path("value").asText());
        return Optional.of(text).filter(said -> inForms.allMatch(said::equals));
    }

    private static String formOf(JsonNode task) {
        return Browser.ENGINE + "/task/" + task.path("id").asText() + "/form-variables";
    }

    private static Map<String, Object> membershipOf(NewPublishers.NewPublisher publisher) {
        return new HashMap<>((Map<String, Object>) publisher.sheet().get("membership"));
    }
}
