package io.accountmigration.program;

import io.accountmigration.migration.trail.TrailReport;
import io.accountmigration.migration.trail.VerifyTrails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * With {@code --verify-audit-trails} the program verifies all trails and ends before any job runs: with exit code 0 when
 * they are as they were written, and with 3 when they are not.
 */
@Component
public class AuditCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);
    private static final String OPTION = "verify-audit-trails";
    private static final int BROKEN = 3;

    private final VerifyTrails verifyTrails;
    private final ApplicationContext program;

    AuditCommand(VerifyTrails verifyTrails, ApplicationContext program) {
        this.verifyTrails = verifyTrails;
        this.program = program;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            var code = tell(verifyTrails.ofAll());
            System.exit(SpringApplication.exit(program, () -> code));
        }
    }

    public static int tell(TrailReport report) {
        report.broken().forEach(trail -> LOG.error("Broken audit trail: {}", trail));
        LOG.info(
                "{} lines of {} cases verified, {} trails broken",
                report.events(),
                report.cases(),
                report.broken().size());
        return report.intact() ? 0 : BROKEN;
    }
}
