package io.accountmigration.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands where the engine's web applications and its REST interface are in the whole program. */
@TestComponent
@Hidden
@RestController
class EngineStub {

    @GetMapping(path = "/camunda/app/tasklist/default/", produces = "text/html")
    String tasklist(HttpServletRequest request) {
        return "<!DOCTYPE html><title>Tasklist</title><p>Tasklist of " + request.getRemoteUser() + "</p>";
    }

    @GetMapping("/camunda/api/engine/engine/default/task")
    String tasks() {
        return "[]";
    }

    @PostMapping("/camunda/api/admin/auth/user/default/logout")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        return ResponseEntity.status("stay".equals(request.getHeader("X-Test")) ? 403 : 204)
                .build();
    }

    @PostMapping({"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/auth/user/default/login/tasklist"
    })
    String secondEndpoint() {
        return "open";
    }

    @GetMapping("/engine-rest/task")
    String engine() {
        return "[]";
    }

    @GetMapping({"/api/failing", "/publishers/contoso/failing"})
    String failing() {
        throw new IllegalStateException("internals");
    }
}
