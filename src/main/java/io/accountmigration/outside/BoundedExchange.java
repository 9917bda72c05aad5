package io.accountmigration.outside;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Bounds a whole exchange in time and in size. A read time-out alone bounds neither: an answer may drip in, or never end.
 */
class BoundedExchange implements ExecChainHandler {

    static final int MAX_BYTES = 5 * 1024 * 1024;

    private final ScheduledExecutorService timer;
    private final Duration limit;

    BoundedExchange(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var millis = limit.toMillis();
        // Repeated, since the first time the connection may not be there yet.
        var cut =
                timer.scheduleWithFixedDelay(scope.execRuntime::discardEndpoint, millis, millis, TimeUnit.MILLISECONDS);
        var complete = false;
        try {
            var response = chain.proceed(request, scope);
            readToTheEnd(response);
            complete = true;
            return response;
        } catch (IllegalStateException connectionGone) {
            throw new IOException("cut off after " + limit, connectionGone);
        } finally {
            cut.cancel(false);
            if (!complete) {
                scope.execRuntime.discardEndpoint();
            }
        }
    }

    private static void readToTheEnd(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null || entity.getContent() == null) {
            return;
        }
        var bytes = entity.getContent().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("answer of more than " + MAX_BYTES + " bytes");
        }
        response.setEntity(new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
    }
}
