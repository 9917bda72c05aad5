package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.traffic.ErrorBodies;
import io.accountmigration.sandbox.traffic.WireCall;
import io.accountmigration.sandbox.traffic.WireSystem;
import org.hibernate.exception.DataException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says no in the words of the system that was asked. */
@RestControllerAdvice(basePackageClasses = WireErrors.class)
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
class WireErrors {

    @ExceptionHandler
    ResponseEntity<JsonNode> refused(Refusal refusal, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return ResponseEntity.status(refusal.status())
                .body(ErrorBodies.of(call.system(), refusal.code(), refusal.getMessage()));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeNotSupportedException.class})
    ResponseEntity<JsonNode> unreadable(@RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return malformed(call, "The body cannot be read.");
    }

    @ExceptionHandler({DataIntegrityViolationException.class, DataException.class})
    ResponseEntity<JsonNode> tooLong(@RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        call.hadNoEffect();
        return malformed(call, "A value is too long.");
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> incomplete(
            MissingServletRequestParameterException missing, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return malformed(call, "The query parameter " + missing.getParameterName() + " is required.");
    }

    private static ResponseEntity<JsonNode> malformed(WireCall call, String message) {
        var code = call.system() == WireSystem.PARTNER_CENTER ? "2000" : "BadRequest";
        return ResponseEntity.badRequest().body(ErrorBodies.of(call.system(), code, message));
    }
}
