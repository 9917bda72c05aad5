package io.accountmigration.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.accountmigration.AccountMigrationApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The program as it is, with a data source that counts. What was counted is read at a port of its own, which is given as
 * the first argument.
 */
final class CountedProgram {

    /** Leaves a class of the program out, which is given by its name. */
    static final String WITHOUT = "--benchmark.without=";

    private CountedProgram() {}

    public static void main(String[] arguments) throws IOException {
        var tally = new Tally();
        answer(Integer.parseInt(arguments[0]), tally);
        var leftOut = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(WITHOUT))
                .map(argument -> argument.substring(WITHOUT.length()))
                .collect(Collectors.toSet());
        var program = new SpringApplication(AccountMigrationApplication.class);
        program.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests(leftOut));
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

    /** The tests are on the class path as well, but no part of the program; nor is what is left out on purpose. */
    private static class WithoutTests extends TypeExcludeFilter {

        private final Set<String> left;

        WithoutTests(Set<String> left) {
            this.left = left;
        }

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/")
                    || left.contains(type.getClassMetadata().getClassName());
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
