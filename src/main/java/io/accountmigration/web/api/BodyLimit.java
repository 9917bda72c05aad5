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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies under {@code /api} that are longer than 64 KiB, whether or not they say so beforehand. */
@Component
class BodyLimit extends OncePerRequestFilter {

    private static final int LARGEST_BODY = 64 * 1024;

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
        if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.write("INPUT_TOO_LONG", HttpServletResponse.SC_BAD_REQUEST, "body", request, response);
        } else {
            chain.doFilter(new LimitedRequest(request), response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private ServletInputStream body;

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream());
            }
            return body;
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final ServletInputStream source;
        private long left = LARGEST_BODY;

        LimitedBody(ServletInputStream source) {
            this.source = source;
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
