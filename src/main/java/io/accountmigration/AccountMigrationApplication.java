package io.accountmigration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the program. Everything it is made of lives in the rooms below this package. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AccountMigrationApplication {

    public static void main(String[] args) {
        SpringApplication.run(AccountMigrationApplication.class, args);
    }
}
