package io.accountmigration.benchmark;

import io.accountmigration.AccountMigrationApplication;
import io.accountmigration.crash.JavaProgram;
import io.accountmigration.system.Account;
import io.accountmigration.system.NewPublishers.NewPublisher;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The outside world of all contenders: a sandbox in a process of its own, whose work is none of theirs. */
final class StandIns implements AutoCloseable {

    private final int port = JavaProgram.freePort();
    private final String address = "http://127.0.0.1:" + port;
    private final JavaProgram process = JavaProgram.startMain(
            "stand-ins",
            AccountMigrationApplication.class,
            // It only answers: left to itself it would follow the users of every account that moves.
            List.of(
                    "--server.port=" + port,
                    "--camunda.bpm.job-execution.enabled=false",
                    "--user-sync.poll-interval=P1D",
                    "--user-sync.wake-interval=P1D",
                    "--user-sync.adoption-interval=P1D",
                    "--readiness.recheck-poll=P1D"),
            address + "/actuator/health/readiness",
            Map.of());

    StandIns awaitReady() {
        process.awaitReady();
        return this;
    }

    int port() {
        return port;
    }

    /** What leads a program here. */
    List<String> arguments() {
        var systems = Stream.of("cpp", "partner-center")
                .map(system -> "--outside." + system + ".base-url=" + address + "/" + system);
        var directory = Stream.of(
                "--outside.directory.graph-url=" + address + "/graph",
                "--outside.directory.login-url=" + address + "/login");
        var tokens = Stream.of("cpp", "partner-center", "directory")
                .map(system -> "--outside." + system + ".token-url=" + address + "/login/sandbox/oauth2/v2.0/token");
        return Stream.of(systems, directory, tokens).flatMap(all -> all).toList();
    }

    Account create(NewPublisher publisher) {
        return new Sandbox(new Program(address).as("admin")).create(publisher);
    }

    long cpuMillis() {
        return process.cpuMillis();
    }

    @Override
    public void close() {
        process.close();
    }
}
