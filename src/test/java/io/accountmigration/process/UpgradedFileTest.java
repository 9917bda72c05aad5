package io.accountmigration.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = UpgradedFileTest.EarlierFile.class)
class UpgradedFileTest extends UpgradedDatabaseTest {

    static class EarlierFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "earlier-");
                var url = "jdbc:h2:file:" + folder.resolve("database") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
                EarlierDatabase.at(url, "sa");
                TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=sa")
                        .applyTo(context);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
