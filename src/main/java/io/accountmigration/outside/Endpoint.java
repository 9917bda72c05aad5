package io.accountmigration.outside;

import io.accountmigration.outside.budget.CallBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;

/**
 * An outside system at one base address, failing under one name. Templates start with a slash; the variables of the path
 * come before those of the query.
 */
public final class Endpoint {

    private final String system;
    private final RestClient client;
    private final Supplier<String> baseUrl;
    private final OutsideFailureFactory failure;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CallBudget budget;

    Endpoint(
            String system,
            RestClient client,
            Supplier<String> baseUrl,
            OutsideFailureFactory failure,
            Clock clock,
            MeterRegistry meters,
            CallBudget budget) {
        this.system = system;
        this.client = client;
        this.baseUrl = baseUrl;
        this.failure = failure;
        this.clock = clock;
        this.meters = meters;
        this.budget = budget;
    }

    /** The same way out, failing under another name. */
    public Endpoint failingAs(OutsideFailureFactory other) {
        return new Endpoint(system, client, baseUrl, other, clock, meters, budget);
    }

    /** The same way out, with a header on every call. */
    public Endpoint always(String header, String value) {
        return new Endpoint(
                system, client.mutate().defaultHeader(header, value).build(), baseUrl, failure, clock, meters, budget);
    }

    public Call get(String template, Object... variables) {
        return new Call(this, new Operation(HttpMethod.GET, template), variables);
    }

    public Call post(String template, Object... variables) {
        return new Call(this, new Operation(HttpMethod.POST, template), variables);
    }

    public Call put(String template, Object... variables) {
        return new Call(this, new Operation(HttpMethod.PUT, template), variables);
    }

    public Call delete(String template, Object... variables) {
        return new Call(this, new Operation(HttpMethod.DELETE, template), variables);
    }

    RestClient client() {
        return client;
    }

    String baseUrl() {
        return baseUrl.get();
    }

    OutsideFailureFactory failure() {
        return failure;
    }

    Clock clock() {
        return clock;
    }

    MeterRegistry meters() {
        return meters;
    }

    String system() {
        return system;
    }

    CallBudget budget() {
        return budget;
    }

    Timer timer(String operation, String outcome) {
        return Timer.builder("outside.calls")
                .description("Calls to outside systems")
                .tags("system", system, "operation", operation, "outcome", outcome)
                .register(meters);
    }
}
