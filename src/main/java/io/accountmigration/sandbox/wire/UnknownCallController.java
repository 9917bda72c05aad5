package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.traffic.WireCall;
import io.accountmigration.sandbox.traffic.WireSystem;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what no stand-in knows, so that even that looks like the outside. */
@Hidden
@RestController
@Profile("sandbox")
class UnknownCallController {

    @RequestMapping({"/cpp/**", "/partner-center/**", "/graph/**"})
    void unknown(@RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var code = call.system() == WireSystem.PARTNER_CENTER ? "4004" : "ResourceNotFound";
        throw new Refusal(404, code, "There is no " + call.method() + " " + call.path() + ".");
    }
}
