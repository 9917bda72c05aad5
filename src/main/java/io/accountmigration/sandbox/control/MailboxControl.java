package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.mail.ReceivedMail;
import io.accountmigration.sandbox.mail.SandboxSmtpServer;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the mail that was sent, newest first. */
@Hidden
@RestController
@Profile("sandbox")
class MailboxControl {

    private final SandboxSmtpServer postOffice;

    MailboxControl(SandboxSmtpServer postOffice) {
        this.postOffice = postOffice;
    }

    @GetMapping("/sandbox/mailbox")
    List<ReceivedMail> mailbox(@RequestParam(required = false) String to) {
        return postOffice.received(to);
    }
}
