package io.accountmigration.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.accountmigration.AccountMigrationApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The program as it is, with a data source that counts. What was counted is read at a port of its own, which is given as
 * the first argument.
 */
final class CountedProgram {

    private CountedProgram() {}

    public static void main(String[] arguments) throws IOException {
        var tally = new Tally();
        answer(Integer.parseInt(arguments[0]), tally);
        var program = new SpringApplication(AccountMigrationApplication.class);
        program.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
            context.getBeanFactory().addBeanPostProcessor(new CountedDatabase(tally));
        });
        program.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void answer(int port, Tally tally) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", call -> {
            var body = new ObjectMapper().writeValueAsBytes(tally.counts());
            call.sendResponseHeaders(200, body.length);
            try (var out = call.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    /** The tests are on the class path as well, but no part of the program. */
    private static class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
