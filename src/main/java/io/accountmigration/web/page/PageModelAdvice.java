package io.accountmigration.web.page;

import io.accountmigration.migration.Caller;
import io.accountmigration.web.WebappPaths;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around the pages of signed-in people needs: who they are and where the web applications are. */
@ControllerAdvice(annotations = PageController.class)
class PageModelAdvice {

    private final WebappPaths webapp;

    PageModelAdvice(WebappPaths webapp) {
        this.webapp = webapp;
    }

    @ModelAttribute("viewer")
    Viewer viewer(Caller caller) {
        return new Viewer(caller);
    }

    @ModelAttribute("webapp")
    WebappPaths webapp() {
        return webapp;
    }
}
