package io.accountmigration.system;

import static io.accountmigration.system.Who.ADMINISTRATORS;
import static io.accountmigration.system.Who.ASSIGNEES;
import static io.accountmigration.system.Who.AUDITORS;
import static io.accountmigration.system.Who.CONTRIBUTORS;
import static io.accountmigration.system.Who.EVERYBODY;
import static io.accountmigration.system.Who.OPERATORS;
import static io.accountmigration.system.Who.OWNERS;
import static io.accountmigration.system.Who.PUBLISHER_USERS;
import static io.accountmigration.system.Who.SERVICES;
import static io.accountmigration.system.Who.SIGNED_IN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.AntPathMatcher;

/** Who may do what: the first row that fits a call rules it, and a call that no row fits is a mistake. */
final class Rights {

    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final String ANY = "*";

    /** Stands for itself only, not for every call that will ever be. */
    private static final String ROOT = "/**";

    /** Calls, for whom they are there, and who sees of them what he has a grant for. */
    record Row(String verb, List<String> paths, Set<Who> admitted, Set<Who> partly, Right others) {

        Row admits(Who... who) {
            return new Row(verb, paths, Set.of(who), partly, others);
        }

        Row showsTheirsTo(Who... who) {
            return new Row(verb, paths, admitted, Set.of(who), others);
        }

        private boolean fits(Mapping call) {
            return Set.of(ANY, call.verb()).contains(verb)
                    && paths.stream().anyMatch(path -> fits(path, call.canonicalPath()));
        }

        private static boolean fits(String path, String called) {
            return path.equals(ROOT) ? called.equals(ROOT) : PATHS.match(path, called);
        }

        Right of(Role role) {
            if (admitted.stream().anyMatch(who -> who.includes(role))) {
                return Right.YES;
            }
            if (partly.stream().anyMatch(who -> who.includes(role))) {
                return Right.OWN;
            }
            return role == Role.ANONYMOUS && others == Right.NO ? Right.SIGN_IN : others;
        }
    }

    private static final List<Row> CALLS = List.of(
            row("GET", "/api/publishers/{publisherId}/banner").admits(OWNERS, CONTRIBUTORS),
            row("GET", "/api/publishers/{publisherId}/eligibility").admits(OWNERS, OPERATORS, SERVICES),
            row("GET", "/api/publishers/{publisherId}/user-sync/**").admits(OPERATORS, SERVICES),
            row("POST", "/api/publishers/{publisherId}/user-sync/**").admits(OPERATORS),
            row("POST", "/api/publishers/{publisherId}/user-changes").admits(SERVICES),
            row("POST", "/api/migrations").admits(OWNERS, OPERATORS, SERVICES),
            row("GET", "/api/migrations").admits(OPERATORS, SERVICES),
            row("GET", "/api/migrations/{publisherId}/events").admits(OPERATORS, AUDITORS),
            row(
                            "GET",
                            "/api/migrations/{publisherId}",
                            "/api/migrations/{publisherId}/history",
                            "/api/migrations/{publisherId}/verification")
                    .admits(OWNERS, OPERATORS, SERVICES),
            row("POST", "/api/migrations/{publisherId}/verification").admits(OPERATORS),
            row("POST", "/api/migrations/{publisherId}/take-over").admits(OWNERS),
            row("POST", "/api/migrations/{publisherId}/cancel", "/api/migrations/{publisherId}/other-partner-id")
                    .admits(OWNERS, OPERATORS),
            row(ANY, "/api/readiness-reports/**", "/api/campaigns/**").admits(OPERATORS),
            row("POST", "/api/process-upgrades").admits(ADMINISTRATORS),
            row("POST", "/api/audit-verifications").admits(AUDITORS),
            row("GET", "/v3/**").admits(SIGNED_IN));

    private static final List<Row> PAGES = List.of(
            row("GET", "/sign-in", "/problems", "/problems/{code}", "/styles/**", "/favicon.*")
                    .admits(EVERYBODY),
            row("GET", "/", "/publishers", "/swagger-ui/**", "/swagger-ui.html").admits(SIGNED_IN),
            row("GET", "/publishers/{publisherId}").admits(OWNERS, CONTRIBUTORS, OPERATORS),
            row(ANY, "/publishers/{publisherId}/user-sync/**").admits(OPERATORS),
            row("POST", "/publishers/{publisherId}/migration").admits(OWNERS),
            row("GET", "/migrations/{publisherId}", "/migrations/{publisherId}/verification.csv")
                    .admits(OWNERS, OPERATORS, SERVICES),
            row("POST", "/migrations/{publisherId}/take-over").admits(OWNERS),
            row("POST", "/migrations/{publisherId}/verification").admits(OPERATORS),
            row("POST", "/migrations/{publisherId}/cancel", "/migrations/{publisherId}/other-partner-id")
                    .admits(OWNERS, OPERATORS),
            row(ANY, "/operations/**").admits(OPERATORS),
            answered("POST", Right.SIGN_IN, "/sign-in", "/sign-out"),
            answered(ANY, Right.NOTHING, "/error"));

    private static final List<Row> MANAGEMENT = List.of(
            row("GET", "/actuator/health/**", "/actuator/info").admits(EVERYBODY),
            row(ANY, "/actuator/**").admits(OPERATORS));

    /** Its stand-ins for the outside systems ask for tokens of their own, which nobody here has. */
    private static final List<Row> SANDBOX = List.of(
            row(ANY, "/sandbox/**").admits(ADMINISTRATORS),
            answered(ANY, Right.SIGN_IN, "/cpp/**", "/partner-center/**", "/graph/**"),
            row(ANY, "/login/**").admits(EVERYBODY));

    private static final List<Row> ENGINE = List.of(
            row(
                    "POST",
                    "/engine-rest/task/{id}/bpmnError",
                    "/engine-rest/task/{id}/bpmnEscalation",
                    "/engine-rest/task/{id}/resolve",
                    "/engine-rest/external-task/fetchAndLock"),
            row(ANY, "/engine-rest/external-task/{id}/*"),
            // To write a note is no harm.
            row("POST", "/engine-rest/task/{id}/comment/create").admits(OPERATORS),
            row(
                            "POST",
                            "/engine-rest/task/{id}/claim",
                            "/engine-rest/task/{id}/complete",
                            "/engine-rest/task/{id}/submit-form")
                    .admits(ASSIGNEES, ADMINISTRATORS),
            row("POST", "/engine-rest/process-definition/key/{key}/start", "/engine-rest/process-definition/{id}/start")
                    .admits(OWNERS, OPERATORS, SERVICES),
            row("PUT", "/engine-rest/process-instance/{id}/suspended", "/engine-rest/job/{id}/retries")
                    .admits(OPERATORS),
            row("POST", "/engine-rest/message", "/engine-rest/signal", "/engine-rest/condition")
                    .admits(ADMINISTRATORS),
            row("GET", "/engine-rest/**").admits(ADMINISTRATORS).showsTheirsTo(OWNERS, OPERATORS, SERVICES),
            row(
                            "POST",
                            "/engine-rest/*",
                            "/engine-rest/*/count",
                            "/engine-rest/history/*",
                            "/engine-rest/history/*/count",
                            "/engine-rest/filter/{id}/**")
                    .admits(ADMINISTRATORS)
                    .showsTheirsTo(OWNERS, OPERATORS, SERVICES),
            row(ANY, "/engine-rest/**").admits(ADMINISTRATORS));

    /** Their own sign-in and their form for a first administrator are closed to everybody. */
    private static final List<Row> WEB_APPLICATIONS = List.of(
            row(ANY, "/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/*"),
            // Only what a plugin lists, and these list nothing.
            row("GET", "/camunda/api/*/plugin/*/static/{file}"),
            row(ANY, "/camunda/api/admin/auth/user/**").admits(SIGNED_IN),
            row("GET", "/camunda/favicon.ico").admits(SIGNED_IN),
            row(ANY, "/camunda/api/cockpit/**").admits(ADMINISTRATORS).showsTheirsTo(OPERATORS, SERVICES),
            row(ANY, "/camunda/api/**").admits(ADMINISTRATORS),
            row(ANY, "/camunda/app/welcome/**").admits(SIGNED_IN),
            row(ANY, "/camunda/app/tasklist/**").admits(PUBLISHER_USERS, OPERATORS),
            row(ANY, "/camunda/app/cockpit/**").admits(OPERATORS),
            row(ANY, "/camunda/app/admin/**").admits(ADMINISTRATORS));

    /** Where files would be, if there were any. */
    private static final List<Row> FILES = List.of(
            answered("GET", Right.NOTHING, ROOT, "/webjars/**"),
            answered("GET", Right.NOTHING, "/camunda/app/*", "/camunda/assets/*", "/camunda/lib/*"));

    private static final List<Row> ALL = Stream.of(CALLS, PAGES, MANAGEMENT, SANDBOX, ENGINE, WEB_APPLICATIONS, FILES)
            .flatMap(List::stream)
            .toList();

    private Rights() {}

    private static Row row(String verb, String... paths) {
        return new Row(verb, List.of(paths), Set.of(), Set.of(), Right.NO);
    }

    /** Calls that have the same answer for everybody. */
    private static Row answered(String verb, Right answer, String... paths) {
        return new Row(verb, List.of(paths), Set.of(), Set.of(), answer);
    }

    static Optional<Row> of(Mapping call) {
        return ALL.stream().filter(row -> row.fits(call)).findFirst();
    }
}
