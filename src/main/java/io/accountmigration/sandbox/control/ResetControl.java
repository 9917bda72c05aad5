package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.data.sheet.SandboxSeeder;
import io.accountmigration.sandbox.mail.SandboxSmtpServer;
import io.accountmigration.sandbox.traffic.EarlierLists;
import io.accountmigration.sandbox.traffic.Faults;
import io.accountmigration.sandbox.traffic.Limits;
import io.accountmigration.sandbox.traffic.PortalBehaviours;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the sandbox back to its first day. */
@Hidden
@RestController
@Profile("sandbox")
class ResetControl {

    private final SandboxSeeder firstDay;
    private final Faults faults;
    private final Limits limits;
    private final PortalBehaviours behaviours;
    private final EarlierLists earlierLists;
    private final SandboxSmtpServer postOffice;

    ResetControl(
            SandboxSeeder firstDay,
            Faults faults,
            Limits limits,
            PortalBehaviours behaviours,
            EarlierLists earlierLists,
            SandboxSmtpServer postOffice) {
        this.firstDay = firstDay;
        this.faults = faults;
        this.limits = limits;
        this.behaviours = behaviours;
        this.earlierLists = earlierLists;
        this.postOffice = postOffice;
    }

    @PostMapping("/sandbox/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        faults.clear();
        limits.clear();
        behaviours.clear();
        earlierLists.clear();
        postOffice.empty();
        firstDay.beginAgain();
    }
}
