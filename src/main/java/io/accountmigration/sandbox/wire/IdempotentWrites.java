package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.sandbox.data.Answer;
import io.accountmigration.sandbox.data.Answers;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.traffic.WireCall;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Does a write in Partner Center once for each {@code MS-RequestId}: a repetition is given the same answer again. A
 * refused write may be tried again under the same id.
 */
@Component
@Profile("sandbox")
class IdempotentWrites {

    private final Answers answers;
    private final Publishers publishers;
    private final PartnerCenterAccounts accounts;
    private final ObjectMapper json;

    IdempotentWrites(Answers answers, Publishers publishers, PartnerCenterAccounts accounts, ObjectMapper json) {
        this.answers = answers;
        this.publishers = publishers;
        this.accounts = accounts;
        this.json = json;
    }

    /** A write for a publisher, done while no other one changes it. */
    ResponseEntity<?> forPublisher(String publisherId, WireCall call, Supplier<ResponseEntity<?>> work) {
        call.concerns(publisherId);
        var key = key(call);
        publishers.hold(publisherId);
        return earlier(key).orElseGet(() -> keep(key, work.get()));
    }

    /** A write to an account, which must exist unless the request was answered before. */
    ResponseEntity<?> forAccount(
            String accountId, WireCall call, Function<PartnerCenterAccount, ResponseEntity<?>> work) {
        var key = key(call);
        var account = accounts.hold(accountId);
        account.ifPresent(found -> call.concerns(found.publisherId()));
        return earlier(key)
                .orElseGet(() -> keep(key, work.apply(account.orElseThrow(() -> unknownAccount(accountId)))));
    }

    static Refusal unknownAccount(String accountId) {
        return new Refusal(404, "4004", "There is no account " + accountId + ".");
    }

    private static String key(WireCall call) {
        if (call.requestId() == null
                || call.requestId().isBlank()
                || call.requestId().length() > 200) {
            throw new Refusal(400, "2000", "The header MS-RequestId is required.");
        }
        return call.requestId() + " " + call.method() + " " + call.path();
    }

    private Optional<ResponseEntity<?>> earlier(String key) {
        return answers.find(key).map(IdempotentWrites::again);
    }

    private static ResponseEntity<?> again(Answer answer) {
        var response = ResponseEntity.status(answer.status());
        return answer.body() == null
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }

    private ResponseEntity<?> keep(String key, ResponseEntity<?> response) {
        try {
            var body = response.getBody() == null ? null : json.writeValueAsString(response.getBody());
            answers.keep(key, response.getStatusCode().value(), body);
            return response;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be kept", e);
        }
    }
}
