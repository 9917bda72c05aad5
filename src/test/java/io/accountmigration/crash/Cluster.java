package io.accountmigration.crash;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * What {@code docker-compose.yml} describes, without containers: a database, the sandbox, a mail server, and nodes with
 * the environment that the file gives them. Only addresses differ, and there are more people who can sign in.
 */
final class Cluster implements Stage, AutoCloseable {

    private static final Map<String, String> STAFF =
            Map.of("operator", "OPERATOR", "service", "SERVICE", "auditor", "AUDITOR", "admin", "ADMINISTRATOR");

    /** How long nodes wait for an answer; the settings must say the same. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    /** A node: the process and its address. */
    record Node(String name, JavaProgram process, Program program) {}

    private final Database database = Database.start();
    private final Mailbox mailbox = new Mailbox();
    private final Relay relay = new Relay(READ_TIMEOUT);
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> settings;
    private final List<String> people = new ArrayList<>();
    private final JavaProgram sandboxProcess;
    private final String sandboxAddress;

    /** Starts all but the nodes, which get these settings beside those of the file. */
    Cluster(Map<String, String> settings) {
        this.settings = settings;
        var port = String.valueOf(Database.freePort());
        sandboxAddress = "http://127.0.0.1:" + port;
        // Its own jobs and schedules have nothing to do there.
        sandboxProcess = JavaProgram.start(
                "sandbox",
                sandboxAddress + "/actuator/health/readiness",
                Map.of("SERVER_PORT", port, "CAMUNDA_BPM_JOBEXECUTION_ENABLED", "false"));
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

    /** Its owner can sign in at nodes that start from now on. */
    @Override
    public Account account(Kind kind) {
        var account = sandbox().create(kind);
        people.add(account.owner());
        return account;
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
        var environment = environmentOfCompose();
        environment.putAll(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", String.valueOf(port),
                "MANAGEMENT_SERVER_PORT", String.valueOf(management),
                "SPRING_DATASOURCE_URL", database.urlFor(name),
                "SPRING_DATASOURCE_USERNAME", Database.USER,
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(mailbox.port())));
        environment.replaceAll((key, value) -> value.replace("http://sandbox:8080", relay.addressFor(name)));
        environment.putAll(users(environment.get("SIGNIN_USERS_0_PASSWORDHASH")));
        environment.putAll(settings);
        var process =
                JavaProgram.start(name, "http://127.0.0.1:" + management + "/actuator/health/readiness", environment);
        return new Node(name, process, new Program("http://127.0.0.1:" + port));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environmentOfCompose() {
        try {
            var file = (Map<String, Object>) new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
            var services = (Map<String, Map<String, Object>>) file.get("services");
            var environment = new HashMap<String, String>();
            ((Map<String, String>) services.get("node-1").get("environment"))
                    .forEach((key, value) -> environment.put(key, value.replace("$$", "$")));
            return environment;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, String> users(String passwordHash) {
        var roles = new LinkedHashMap<>(STAFF);
        people.forEach(person -> roles.put(person, "PUBLISHER_USER"));
        var users = new HashMap<String, String>();
        roles.forEach((name, role) -> {
            var user = "SIGNIN_USERS_" + users.size() / 3 + "_";
            users.put(user + "NAME", name);
            users.put(user + "PASSWORDHASH", passwordHash);
            users.put(user + "ROLE", role);
        });
        return users;
    }

    Node node(String name) {
        return nodes.get(name);
    }

    @Override
    public List<Program> doors() {
        return nodes.values().stream()
                .filter(node -> node.process().isAlive())
                .map(Node::program)
                .toList();
    }

    @Override
    public void kill(Victim victim) {
        throw new UnsupportedOperationException("nobody is there to start another node");
    }

    @Override
    public void restartDatabase() {
        database.restart();
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
