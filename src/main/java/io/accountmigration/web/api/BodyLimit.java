package io.accountmigration.web.api;

import io.accountmigration.web.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies under {@code /api} that are longer than 64 KiB, or 20 MiB where they list accounts, whether or not they
 * say so beforehand.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LARGEST_LIST = 20 * 1024 * 1024;
    private static final Set<String> TAKE_LISTS = Set.of("/api/readiness-reports", "/api/campaigns");

    private final ProblemResponses problems;

    BodyLimit(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var largest = TAKE_LISTS.contains(request.getRequestURI()) ? LARGEST_LIST : LARGEST_BODY;
        if (request.getContentLengthLong() > largest) {
            problems.write("INPUT_TOO_LONG", HttpServletResponse.SC_BAD_REQUEST, "body", request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, largest), response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final int largest;
        private ServletInputStream body;

        LimitedRequest(HttpServletRequest request, int largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream(), largest);
            }
            return body;
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream source;
        private long left;

        LimitedBody(ServletInputStream source, int largest) {
            this.source = source;
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            var read = source.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = source.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws BodyTooLong {
            left -= read;
            if (left < 0) {
                throw new BodyTooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
