package io.accountmigration.system.rights;

import static io.accountmigration.system.Who.ADMINISTRATORS;
import static io.accountmigration.system.Who.AUDITORS;
import static io.accountmigration.system.Who.CONTRIBUTORS;
import static io.accountmigration.system.Who.EVERYBODY;
import static io.accountmigration.system.Who.OPERATORS;
import static io.accountmigration.system.Who.OWNERS;
import static io.accountmigration.system.Who.PUBLISHER_USERS;
import static io.accountmigration.system.Who.SERVICES;
import static io.accountmigration.system.Who.SIGNED_IN;

import io.accountmigration.system.Role;
import io.accountmigration.system.Who;
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

    /** Calls, and for whom they are there. */
    record Row(String verb, List<String> paths, Set<Who> admitted, Right others) {

        Row admits(Who... who) {
            return new Row(verb, paths, Set.of(who), others);
        }

        private boolean fits(Mapping call) {
            return Set.of(ANY, call.verb()).contains(verb) && paths.stream().anyMatch(path -> fits(path, call.path()));
        }

        private static boolean fits(String path, String called) {
            return path.equals(ROOT) ? called.equals(ROOT) : PATHS.match(path, called);
        }

        Right of(Role role) {
            if (admitted.stream().anyMatch(who -> who.includes(role))) {
                return Right.YES;
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
            row(
                            "GET",
                            "/api/migrations/{publisherId}/events",
                            "/api/migrations/{publisherId}/events.csv",
                            "/api/migrations/{publisherId}/cases/{caseId}/events")
                    .admits(OPERATORS, AUDITORS, SERVICES),
            row(
                            "GET",
                            "/api/migrations/{publisherId}",
                            "/api/migrations/{publisherId}/history",
                            "/api/migrations/{publisherId}/cases/{caseId}",
                            "/api/migrations/{publisherId}/verification",
                            "/api/migrations/{publisherId}/verification.csv")
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

    /** Their pages; what they call of the engine is ruled by {@link EngineRights}. */
    private static final List<Row> WEB_APPLICATIONS = List.of(
            row("GET", "/camunda/favicon.ico").admits(SIGNED_IN),
            row(ANY, "/camunda/app/welcome/**").admits(SIGNED_IN),
            row(ANY, "/camunda/app/tasklist/**").admits(PUBLISHER_USERS, OPERATORS),
            row(ANY, "/camunda/app/cockpit/**").admits(OPERATORS),
            row(ANY, "/camunda/app/admin/**").admits(ADMINISTRATORS));

    /** Where files would be, if there were any. */
    private static final List<Row> FILES = List.of(
            answered("GET", Right.NOTHING, ROOT, "/webjars/**"),
            answered("GET", Right.NOTHING, "/camunda/app/*", "/camunda/assets/*", "/camunda/lib/*"));

    private static final List<Row> ALL = Stream.of(CALLS, PAGES, MANAGEMENT, SANDBOX, WEB_APPLICATIONS, FILES)
            .flatMap(List::stream)
            .toList();

    private Rights() {}

    private static Row row(String verb, String... paths) {
        return new Row(verb, List.of(paths), Set.of(), Right.NO);
    }

    /** Calls that have the same answer for everybody. */
    private static Row answered(String verb, Right answer, String... paths) {
        return new Row(verb, List.of(paths), Set.of(), answer);
    }

    static Optional<Row> of(Mapping call) {
        return ALL.stream().filter(row -> row.fits(call)).findFirst();
    }
}
