package io.accountmigration.web.page;

import io.accountmigration.web.SignInServer;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The one page to sign in on. */
@Controller
class SignInPage {

    private final SignInServer server;

    SignInPage(SignInServer server) {
        this.server = server;
    }

    /** The path to the sign-in server; nothing where names and passwords are given on this page. */
    @ModelAttribute("serverPath")
    String serverPath() {
        return server.path().orElse(null);
    }

    @GetMapping("/sign-in")
    String signIn(Principal signedIn) {
        return signedIn == null ? "sign-in" : "redirect:/";
    }
}
