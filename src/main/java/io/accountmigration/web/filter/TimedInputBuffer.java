package io.accountmigration.web.filter;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that has to arrive in time, counted from the first read. Each part that arrived gives a long body more time, at
 * the rate of a slow line. After one failure there is no waiting again.
 */
final class TimedInputBuffer implements InputBuffer {

    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / (32 * 1024);

    private final InputBuffer source;
    private final Duration timeout;
    private Long deadline;
    private IOException failure;

    TimedInputBuffer(InputBuffer source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            requireInTime();
            var read = source.doRead(handler);
            deadline += Math.max(read, 0) * NANOS_PER_BYTE;
            return read;
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    private void requireInTime() throws SocketTimeoutException {
        var now = System.nanoTime();
        if (deadline == null) {
            deadline = now + timeout.toNanos();
        }
        if (now - deadline > 0) {
            throw new SocketTimeoutException("the body did not arrive in time");
        }
    }

    @Override
    public int available() {
        return source.available();
    }
}
