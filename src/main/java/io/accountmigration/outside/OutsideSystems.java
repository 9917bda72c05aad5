package io.accountmigration.outside;

import io.accountmigration.outside.budget.CallBudget;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the ways out, one per system. Every call is made once: no retries, no redirects, no cookies, and bounds on time,
 * size and number.
 */
@Component
public class OutsideSystems implements DisposableBean {

    static final int MAX_HEADERS = 100;
    static final int MAX_HEADER_LENGTH = 16 * 1024;

    private final OutsideCallSettings limits;
    private final ServerPortPlaceholder serverPortPlaceholder;
    private final Clock clock;
    private final MeterRegistry meters;
    private final CallBudget budget;
    private final ScheduledThreadPoolExecutor timer = timer();
    private final List<CloseableHttpClient> clients = new ArrayList<>();

    OutsideSystems(
            OutsideCallSettings limits,
            ServerPortPlaceholder serverPortPlaceholder,
            Clock clock,
            MeterRegistry meters,
            CallBudget budget) {
        this.limits = limits;
        this.serverPortPlaceholder = serverPortPlaceholder;
        this.clock = clock;
        this.meters = meters;
        this.budget = budget;
    }

    /** A way out with connections of its own, so that one slow system does not keep the others waiting. */
    public OutsideSystem open(String system) {
        var client = client();
        clients.add(client);
        return new OutsideSystem(
                system,
                new HttpComponentsClientHttpRequestFactory(client),
                serverPortPlaceholder,
                clock,
                meters,
                budget);
    }

    @Override
    public void destroy() throws IOException {
        timer.shutdownNow();
        for (var client : clients) {
            client.close();
        }
    }

    private CloseableHttpClient client() {
        var connect = Timeout.of(limits.connectTimeout());
        var read = Timeout.of(limits.readTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_LENGTH)
                                .build())
                        .build())
                .setMaxConnTotal(limits.maxCalls())
                .setMaxConnPerRoute(limits.maxCalls())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(read)
                        // A connection that the system closed meanwhile would fail the call, and nothing is retried.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(read)
                        .build())
                .addExecInterceptorFirst("bounds", new BoundedExchange(timer, limits.wholeCall()))
                // A compressed answer carries an entity tag of its own, which a later write must not send.
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "outside-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
