package io.accountmigration.outside;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.accountmigration.outside.budget.CallOutcome;
import io.accountmigration.outside.budget.CallPermit;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestKey;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.RestClientException;

/**
 * One request, sent once. It carries a request id and a correlation id: a write those of its key, a read a new one and
 * the case it is made for.
 */
public final class Call {

    private static final Duration PLACE_SOON_FREE = Duration.ofSeconds(1);

    private static final String CASE_IN_LOG = "caseId";

    private final Endpoint endpoint;
    private final Operation operation;
    private final Object[] variables;
    private final HttpHeaders headers = new HttpHeaders();
    private Set<Integer> expected = Set.of();
    private byte[] body;
    private String link;
    private CallOutcome learned = CallOutcome.NOTHING;

    Call(Endpoint endpoint, Operation operation, Object... variables) {
        this.endpoint = endpoint;
        this.operation = operation;
        this.variables = variables;
        var caseId = MDC.get(CASE_IN_LOG);
        identify(
                UUID.randomUUID().toString(), caseId == null ? UUID.randomUUID().toString() : caseId);
    }

    /** Names the write, so that the system knows a repeated one. */
    public Call identifiedBy(RequestKey key) {
        identify(key.requestId().toString(), key.correlationId().toString());
        return this;
    }

    public Call header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public Call body(Object json) {
        headers.setContentType(MediaType.APPLICATION_JSON);
        body = Json.write(json);
        return this;
    }

    /** Asks for the page that an earlier answer to the same call pointed to; one that leads elsewhere is a failure. */
    public Call at(String nextPage) {
        link = nextPage;
        return this;
    }

    /** The refusals that are answers here; every other status outside the two hundreds is the system's failure. */
    public Call expecting(int... statuses) {
        expected = IntStream.of(statuses).boxed().collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** Sends it. What cannot be found out is thrown as the system's named failure. */
    public Answer send() {
        var budget = endpoint.budget();
        if (budget.isTooLateForJob()) {
            throw failure(" is not sent: the job has taken too long for another call", null, null)
                    .asPostponed();
        }
        var permit = budget.ask(endpoint.system());
        if (permit instanceof CallPermit.Postponed postponed) {
            throw failure(" is left for later: no more calls are allowed now", postponed.pause(), null)
                    .asPostponed();
        }
        if (permit instanceof CallPermit.Suspended suspended) {
            throw failure(" is left for later: the system asked for it", suspended.pause(), null);
        }
        if (permit instanceof CallPermit.Down down) {
            throw failure(" is left for later: the system does not answer", null, null)
                    .asDown(down.pause());
        }
        var timing = Timer.start(endpoint.meters());
        var outcome = "unavailable";
        try {
            var answer = exchange();
            outcome = answer.isSuccess() ? "ok" : "expected";
            learned = CallOutcome.ANSWERED;
            return answer;
        } catch (OutsideUnavailable failed) {
            outcome = outcomeOf(failed);
            throw duringOutage(failed);
        } finally {
            budget.ended(endpoint.system(), learned);
            timing.stop(endpoint.timer(operation.name(), outcome));
        }
    }

    /** A failed attempt to find out whether an outage is over costs its job no more than the others, which wait. */
    private OutsideUnavailable duringOutage(OutsideUnavailable failed) {
        if (learned.isNoAnswer()) {
            endpoint.budget().waitInOutage(endpoint.system()).ifPresent(failed::asDown);
        }
        return failed;
    }

    private static String outcomeOf(OutsideUnavailable failed) {
        if (failed.isRefusal()) {
            return "refused";
        }
        if (failed.isPostponed()) {
            return "postponed";
        }
        return failed.retryAfter().isPresent() ? "throttled" : "unavailable";
    }

    private Answer exchange() {
        learned = CallOutcome.noAnswer(null);
        try {
            var request =
                    endpoint.client().method(operation.method()).uri(address()).headers(sent -> sent.putAll(headers));
            return (body == null ? request : request.body(body)).exchange((sent, response) -> judge(response));
        } catch (TokenRefused refused) {
            learned = refused.isFinal() ? CallOutcome.ANSWERED : CallOutcome.noAnswer(refused.retryAfter());
            var failure = failure(" got no token: " + refused.status(), refused.retryAfter(), null);
            throw refused.isFinal() ? failure.asRefusal() : failure;
        } catch (OAuth2AuthorizationException noToken) {
            throw failure(" got no token: " + noToken.getError().getErrorCode(), null, ioCause(noToken));
        } catch (RestClientException noAnswer) {
            if (ioCause(noAnswer) instanceof ConnectionRequestTimeoutException noPlace) {
                // The program's own limit, not a failure of the system: a retry soon finds a free place.
                learned = CallOutcome.NOTHING;
                throw failure(" found no free place", PLACE_SOON_FREE, noPlace).asPostponed();
            }
            var failure = failure(" got no answer", null, ioCause(noAnswer));
            throw isUnsent(ioCause(noAnswer)) ? failure : failure.withAnswerLost();
        }
    }

    /** Without a connection nothing can have had an effect. */
    private static boolean isUnsent(Throwable noAnswer) {
        return noAnswer instanceof ConnectException
                || noAnswer instanceof ConnectTimeoutException
                || noAnswer instanceof UnknownHostException;
    }

    private URI address() {
        if (link == null) {
            return operation.at(endpoint.baseUrl(), variables);
        }
        try {
            return operation.next(endpoint.baseUrl(), link, variables);
        } catch (IllegalArgumentException elsewhere) {
            learned = CallOutcome.NOTHING;
            throw failure(" gave a link that cannot be followed", null, null).asUnreadable();
        }
    }

    private Answer judge(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        var success = status / 100 == 2;
        var content = parse(StreamUtils.copyToByteArray(response.getBody()), success);
        var answer = new Answer(operation.name(), named(endpoint.failure()), status, response.getHeaders(), content);
        if (success || expected.contains(status)) {
            return answer;
        }
        if (status == 429 || status == 503) {
            throw asksToWait(
                    status, response.getHeaders(), content.path("message").asText());
        }
        learned = status >= 500 ? CallOutcome.noAnswer(null) : CallOutcome.ANSWERED;
        throw answer.unexpected();
    }

    private OutsideUnavailable asksToWait(int status, HttpHeaders answered, String sentence) {
        var now = endpoint.clock().instant();
        var named = RetryAfter.of(answered, now);
        if (status == 503) {
            learned = CallOutcome.noAnswer(named);
            return failure(" answered 503", named, null);
        }
        var wait = RetryAfter.ofThrottled(answered, sentence, now);
        learned = CallOutcome.throttled(wait, named != null || !wait.equals(RetryAfter.UNSAID));
        return failure(" answered 429", wait, null);
    }

    private JsonNode parse(byte[] bytes, boolean required) {
        try {
            return Json.read(bytes);
        } catch (IOException noJson) {
            if (required) {
                learned = CallOutcome.NOTHING;
                throw failure(" gave an answer that cannot be read", null, null)
                        .withAnswerLost()
                        .asUnreadable();
            }
            return MissingNode.getInstance();
        }
    }

    private OutsideUnavailable failure(String what, Duration retryAfter, Throwable cause) {
        return named(endpoint.failure()).of(operation.name() + what, retryAfter, cause);
    }

    private OutsideFailureFactory named(OutsideFailureFactory failure) {
        return (message, retryAfter, cause) ->
                failure.of(message, retryAfter, cause).from(endpoint.system());
    }

    /** Only the cause in the network: outer exceptions contain addresses, and suppressed ones may contain tokens. */
    private static Throwable ioCause(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof JacksonException)) {
                return cause;
            }
        }
        return null;
    }

    private void identify(String requestId, String correlationId) {
        headers.set("MS-RequestId", requestId);
        headers.set("MS-CorrelationId", correlationId);
    }
}
