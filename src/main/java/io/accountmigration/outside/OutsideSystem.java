package io.accountmigration.outside;

import io.accountmigration.outside.budget.CallBudget;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** An outside system, reached over connections of its own. */
public final class OutsideSystem {

    private final String name;
    private final ClientHttpRequestFactory connections;
    private final ServerPortPlaceholder serverPortPlaceholder;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CallBudget budget;

    OutsideSystem(
            String name,
            ClientHttpRequestFactory connections,
            ServerPortPlaceholder serverPortPlaceholder,
            Clock clock,
            MeterRegistry meters,
            CallBudget budget) {
        this.name = name;
        this.connections = connections;
        this.serverPortPlaceholder = serverPortPlaceholder;
        this.clock = clock;
        this.meters = meters;
        this.budget = budget;
    }

    /** The system's open part at this address. */
    public Endpoint at(String baseUrl, OutsideFailureFactory failure) {
        return endpoint(RestClient.builder(), baseUrl, failure);
    }

    /** The system's part at this address that asks for a token. */
    public Endpoint at(String baseUrl, ClientCredentials credentials, OutsideFailureFactory failure) {
        var bearer = Tokens.bearer(name, credentials, serverPortPlaceholder, connections, clock);
        return endpoint(RestClient.builder().requestInterceptor(bearer), baseUrl, failure);
    }

    private Endpoint endpoint(RestClient.Builder client, String baseUrl, OutsideFailureFactory failure) {
        return new Endpoint(
                name,
                client.requestFactory(connections).build(),
                () -> serverPortPlaceholder.fillIn(baseUrl),
                failure,
                clock,
                meters,
                budget);
    }
}
