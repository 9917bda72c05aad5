package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.data.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers control calls that do not exist. */
@Hidden
@RestController
@Profile("sandbox")
class UnknownControl {

    @RequestMapping("/sandbox/**")
    void unknown(HttpServletRequest request) {
        throw new Refusal(
                404, "CONTROL_NOT_FOUND", "There is no " + request.getMethod() + " " + request.getRequestURI() + ".");
    }
}
