package io.accountmigration.program;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** With {@code --help} the program says how it is started and what can be set, and ends before anything is touched. */
public class HelpCommand implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        if (List.of(starting.getArgs()).contains("--help")) {
            System.out.print(text());
            System.exit(0);
        }
    }

    public static String text() {
        return """
                Moves publisher accounts from Cloud Partner Portal to Partner Center.

                  java -jar account-migration.jar [--setting=value ...]

                Without a profile it serves a sandbox: made-up accounts on this machine alone, in memory.
                With --spring.profiles.active=production it runs for real, and says what is missing for that.

                  --help                  says this
                  --verify-audit-trails   verifies all audit trails and ends: 0 intact, 3 broken
                  --server.port=8081      listens on another port than 8080
                  --spring.datasource.url=jdbc:h2:file:./data
                                          keeps the database in files
                  --sandbox.publishers=1000
                                          adds made-up accounts to those that have names

                A setting is given as --name=value, or as an environment variable: the name in capitals, with _ for
                each dot and without hyphens. Besides these all settings of Spring Boot and Camunda count.

                """
                + SettingsCatalogue.read().stream()
                        .map(setting -> "  " + setting.name()
                                + (setting.preset().isEmpty() ? "" : " = " + setting.preset()) + "\n      "
                                + setting.meaning() + "\n")
                        .collect(Collectors.joining());
    }
}
