package io.accountmigration.web.page;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page to sign in on. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String signIn(Principal signedIn) {
        return signedIn == null ? "sign-in" : "redirect:/";
    }
}
