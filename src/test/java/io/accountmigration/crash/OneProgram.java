package io.accountmigration.crash;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program and its sandbox in the process of the test. A node that is killed loses the connections to the database
 * on which a transaction is open, so that everything since its beginning is gone.
 */
public final class OneProgram implements Stage, ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String READ_TIMEOUT = "2s";
    private static final String NODE = "node";

    private final Database database = Database.start();
    private final Mailbox mailbox = new Mailbox();
    private final Relay relay = new Relay(Duration.ofSeconds(2));
    private Program program;
    private ManagementService jobs;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // Registered before any bean exists, so that they are the last to be destroyed.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("aroundTheProgram", () -> {
            relay.close();
            mailbox.close();
            database.close();
        });
        context.getBeanFactory().registerSingleton("stage", this);
        relay.standBefore(mailbox);
        var outside = relay.addressFor(NODE);
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.urlFor(NODE),
                        "spring.datasource.username=" + Database.USER,
                        "sandbox.allow-shared=true",
                        "outside.cpp.base-url=" + outside + "/cpp",
                        "outside.partner-center.base-url=" + outside + "/partner-center",
                        "outside.directory.graph-url=" + outside + "/graph",
                        "outside.directory.login-url=" + outside + "/login")
                .applyTo(context);
    }

    /** Called once the program listens. */
    void listensAt(String address, ManagementService managementService) {
        program = new Program(address);
        jobs = managementService;
        relay.leadTo(address);
    }

    @Override
    public Sandbox sandbox() {
        return new Sandbox(program.as("admin"));
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

    @Override
    public List<Program> endpoints() {
        return List.of(program);
    }

    @Override
    public Account account(Kind kind) {
        return sandbox().create(kind);
    }

    @Override
    public void executeJob(String id) {
        try {
            jobs.executeJob(id);
        } catch (ProcessEngineException tooLate) {
            // The other one was first, which is no fault of the program.
        }
    }

    @Override
    public void kill(Victim victim) {
        database.cut(victim.sessions().isEmpty() ? database.sessionsUnderWayOf(NODE) : victim.sessions());
    }
}
