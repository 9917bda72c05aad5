package io.accountmigration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the program. All modules are packages below this one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AccountMigrationApplication {

    public static void main(String[] args) {
        SpringApplication.run(AccountMigrationApplication.class, args);
    }
}
