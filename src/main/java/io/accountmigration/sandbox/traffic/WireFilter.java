package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.Write;
import io.accountmigration.sandbox.data.Writes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before the stand-ins: counts calls, lets the ordered faults happen and keeps a record of writes. */
@Component
@Profile("sandbox")
@Order(WireFilter.BEFORE_SECURITY)
class WireFilter extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;

    private final Limits limits;
    private final Faults faults;
    private final TokenCheck tokenCheck;
    private final CorruptedResponses spoiltAnswers;
    private final EarlierLists earlierLists;
    private final Writes writes;
    private final ObjectMapper json;
    private final Clock clock;

    WireFilter(
            Limits limits,
            Faults faults,
            TokenCheck tokenCheck,
            CorruptedResponses spoiltAnswers,
            EarlierLists earlierLists,
            Writes writes,
            ObjectMapper json,
            Clock clock) {
        this.limits = limits;
        this.faults = faults;
        this.tokenCheck = tokenCheck;
        this.spoiltAnswers = spoiltAnswers;
        this.earlierLists = earlierLists;
        this.writes = writes;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = WireCall.of(request).orElse(null);
        if (call == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(WireCall.ATTRIBUTE, call);
        var wait = limits.secondsUntil(call.system());
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            answer(response, 429, ErrorBodies.tooManyCalls(wait));
            return;
        }
        var fault = faults.next(call.system(), call.method(), call.path()).orElse(null);
        if (fault == null) {
            answer(call, request, response, chain).copyBodyToResponse();
        } else {
            suffer(fault, call, request, response, chain);
        }
    }

    private void suffer(
            Fault fault, WireCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (fault.kind()) {
            case STATUS -> refuse(fault, call, response);
            case RESET -> BrokenConnections.breakOff(request);
            case DELAY -> {
                pause(fault.delayMillis());
                answer(call, request, response, chain).copyBodyToResponse();
            }
            case DROP_AFTER_EFFECT -> {
                answer(call, request, response, chain);
                BrokenConnections.breakOff(request);
            }
            case EMPTY -> spoiltAnswers.sendEmpty(answer(call, request, response, chain));
            case TRUNCATED -> spoiltAnswers.sendHalf(answer(call, request, response, chain));
            case SHORT -> spoiltAnswers.sendShort(answer(call, request, response, chain), fault);
            case STALE -> sendStale(fault, call, request, answer(call, request, response, chain));
        }
    }

    private void sendStale(
            Fault fault, WireCall call, HttpServletRequest request, ContentCachingResponseWrapper current)
            throws IOException {
        var earlier = earlierLists.before(call, request.getQueryString());
        if (earlier.isPresent()) {
            spoiltAnswers.sendStale(current, earlier.get(), fault);
        } else {
            current.copyBodyToResponse();
        }
    }

    private ContentCachingResponseWrapper answer(
            WireCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var refusal = tokenCheck.refusal(call, request).orElse(null);
        if (refusal == null) {
            chain.doFilter(request, kept);
            earlierLists.note(call, request.getQueryString(), kept);
        } else {
            answer(kept, refusal.status(), ErrorBodies.of(call.system(), refusal.code(), refusal.getMessage()));
        }
        if (call.isWrite()) {
            var publisherKey = call.publisherId() == null ? null : KeyNormalization.of(call.publisherId());
            writes.add(new Write(
                    publisherKey,
                    call.system().word(),
                    call.method(),
                    call.path(),
                    call.requestId(),
                    call.effect(),
                    clock.instant()));
        }
        return kept;
    }

    private void refuse(Fault fault, WireCall call, HttpServletResponse response) throws IOException {
        var seconds = fault.retryAfterSeconds();
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        var body = fault.status() == 429
                ? ErrorBodies.tooManyCalls(seconds == null ? 1 : seconds)
                : ErrorBodies.of(call.system(), String.valueOf(fault.status()), "The sandbox was told to fail.");
        answer(response, fault.status(), body);
    }

    private void answer(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body);
    }

    private static void pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The delay was interrupted").initCause(e);
        }
    }
}
