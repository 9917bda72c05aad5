package io.accountmigration.system.rights;

import io.accountmigration.system.Browser;
import io.accountmigration.system.Program;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Role;
import io.accountmigration.system.Subject;
import io.accountmigration.system.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Makes calls about one subject as somebody of any role would: people in their browsers, programs with their names. */
final class Knocking {

    /** These end a session, so they are called in a browser that nobody needs afterwards. */
    private static final Pattern LAST = Pattern.compile(".*/(logout|sign-in|sign-out)");

    /** They have a token of their own. */
    private static final String WEB_APPLICATIONS = "/camunda/";

    private final Program program;
    private final Subject subject;
    private final Browser nobodys;
    private final Map<Browser, String> formTokens = new ConcurrentHashMap<>();

    Knocking(Program program, Subject subject) {
        this.program = program;
        this.subject = subject;
        this.nobodys = new Browser(program.address());
    }

    Reply at(Role role, Mapping call) {
        var filling = new Filling(isSparedBy(role, call) ? subject.ofNothing() : subject);
        var user = subject.userIdOf(role);
        var path = filling.pathOf(call);
        var body = Visitor.json(filling.bodyOf(call, user == null ? "nobody" : user));
        if (!call.isForPeople()) {
            return program.as(user).send(call.verb(), path, body, Map.of());
        }
        var browser = browserOf(role, call.path());
        return call.path().startsWith(WEB_APPLICATIONS)
                ? browser.send(call.verb(), path, body)
                : browser.send(call.verb(), path, null, headers(role, browser, call));
    }

    /** An administrator may do everything to the engine, so he is let loose on things that are not there. */
    private static boolean isSparedBy(Role role, Mapping call) {
        return role == Role.ADMIN && call.isOfTheEngine() && !call.isHarmless();
    }

    private Browser browserOf(Role role, String path) {
        var user = subject.userIdOf(role);
        if (user == null) {
            return nobodys;
        }
        return LAST.matcher(path).matches() ? program.browserOf(user) : program.openBrowserOf(user);
    }

    private Map<String, String> headers(Role role, Browser browser, Mapping call) {
        var headers = new HashMap<>(Map.of("Accept", "text/html"));
        if (!call.isHarmless() && role != Role.ANONYMOUS) {
            headers.put("X-CSRF-TOKEN", formTokens.computeIfAbsent(browser, Browser::formToken));
        }
        return headers;
    }
}
