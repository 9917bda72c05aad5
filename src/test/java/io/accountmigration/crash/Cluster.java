package io.accountmigration.crash;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import io.accountmigration.system.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.yaml.snakeyaml.Yaml;

/**
 * What {@code docker-compose.yml} describes, without containers: a database, the sandbox, a mail server, and nodes with
 * the environment that the file gives them. Only addresses differ, and there are more people who can sign in, with
 * passwords that take little work to check.
 */
final class Cluster implements Stage, AutoCloseable {

    /** How long nodes wait for an answer. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

    /** Below the time that nodes wait for an answer, since those who are to be killed stand still so long. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private static final Map<String, String> STAFF =
            Map.of("operator", "OPERATOR", "service", "SERVICE", "auditor", "AUDITOR", "admin", "ADMINISTRATOR");

    /** A node: the process and its addresses. */
    record Node(String name, JavaProgram process, Program program, Program management) {}

    private final Database database = Database.start();
    private final Mailbox mailbox = new Mailbox();
    private final Relay relay = new Relay(READ_TIMEOUT);
    private final Map<String, Shared> endings = new ConcurrentHashMap<>();
    private final Map<Kind, Deque<Account>> reserve = new EnumMap<>(Kind.class);
    private final Map<String, Node> nodes = new ConcurrentHashMap<>();
    private final Map<String, String> settings;
    private final List<String> people = new ArrayList<>();
    private final JavaProgram sandboxProcess;
    private final String sandboxAddress;

    /** Starts all but the nodes, which get these settings beside those of the file. */
    Cluster(Map<String, String> settings) {
        this.settings = settings;
        var port = String.valueOf(Database.freePort());
        sandboxAddress = "http://127.0.0.1:" + port;
        var environment = environmentOf("sandbox");
        environment.putAll(
                Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", port, "SANDBOX_ENROLMENTPENDING", "PT1H"));
        sandboxProcess = JavaProgram.start("sandbox", sandboxAddress + "/actuator/health/readiness", environment);
        sandboxProcess.awaitReady();
        relay.leadTo(sandboxAddress);
        relay.standBefore(mailbox);
    }

    @Override
    public Sandbox sandbox() {
        return new Sandbox(new Program(sandboxAddress).as("admin"));
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Relay relay() {
        return relay;
    }

    /** Makes up publishers before the nodes start, as these learn only then who can sign in. */
    void reserve(Kind kind, int count) {
        for (int i = 0; i < count; i++) {
            var account = sandbox().create(kind);
            if (account.hasOwner()) {
                people.add(account.owner());
            }
            reserve.computeIfAbsent(kind, any -> new ConcurrentLinkedDeque<>()).add(account);
        }
    }

    @Override
    public Account account(Kind kind) {
        return reserve.get(kind).remove();
    }

    /** Starts nodes, all at the same moment, and waits until they are ready. */
    void start(String... names) {
        for (var name : names) {
            nodes.put(name, launch(name));
        }
        for (var name : names) {
            nodes.get(name).process().awaitReady();
        }
    }

    private Node launch(String name) {
        var port = Database.freePort();
        var management = Database.freePort();
        var environment = environmentOf("node-1");
        environment.putAll(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", String.valueOf(port),
                "MANAGEMENT_SERVER_PORT", String.valueOf(management),
                "SPRING_DATASOURCE_URL", database.urlFor(name),
                "SPRING_DATASOURCE_USERNAME", Database.USER,
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(mailbox.port()),
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", String.valueOf(READ_TIMEOUT.toMillis()),
                "OUTSIDE_READTIMEOUT", READ_TIMEOUT.toMillis() + "ms"));
        environment.replaceAll((key, value) -> value.replace("http://sandbox:8080", relay.addressFor(name)));
        environment.putAll(users());
        environment.putAll(settings);
        var process =
                JavaProgram.start(name, "http://127.0.0.1:" + management + "/actuator/health/readiness", environment);
        return new Node(
                name, process, new Program("http://127.0.0.1:" + port), new Program("http://127.0.0.1:" + management));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environmentOf(String service) {
        try {
            var file = (Map<String, Object>) new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
            var services = (Map<String, Map<String, Object>>) file.get("services");
            var environment = new HashMap<String, String>();
            ((Map<String, String>) services.get(service).get("environment"))
                    .forEach((key, value) -> environment.put(key, value.replace("$$", "$")));
            return environment;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, String> users() {
        var roles = new LinkedHashMap<>(STAFF);
        people.forEach(person -> roles.put(person, "PUBLISHER_USER"));
        var users = new HashMap<String, String>();
        roles.forEach((name, role) -> {
            var user = "SIGNIN_USERS_" + users.size() / 3 + "_";
            users.put(user + "NAME", name);
            users.put(user + "PASSWORDHASH", Visitor.QUICK_PASSWORD_HASH);
            users.put(user + "ROLE", role);
        });
        return users;
    }

    Node node(String name) {
        return nodes.get(name);
    }

    @Override
    public List<Program> endpoints() {
        return nodes.values().stream()
                .filter(node -> node.process().isAlive())
                .map(Node::program)
                .toList();
    }

    @Override
    public void kill(Victim victim) {
        namesOf(victim).forEach(name -> endings.computeIfAbsent(name, any -> new Shared(GATHERING, () -> replace(name)))
                .ask());
    }

    private List<String> namesOf(Victim victim) {
        if (victim.node() != null) {
            return List.of(victim.node());
        }
        return nodes.keySet().stream()
                .filter(name -> victim.sessions().isEmpty()
                        ? !database.sessionsUnderWayOf(name).isEmpty()
                        : database.sessionsUnderWayOf(name).stream().anyMatch(victim.sessions()::contains))
                .toList();
    }

    /** Another node takes the place, as every orchestrator sees to; nobody waits for it here. */
    private void replace(String name) {
        nodes.get(name).process().kill();
        nodes.put(name, launch(name));
    }

    @Override
    public void close() {
        nodes.values().forEach(node -> node.process().close());
        relay.close();
        sandboxProcess.close();
        mailbox.close();
        database.close();
    }
}
