package io.accountmigration.process.engine;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Puts the clock of the program and of its engine forward together, when no job is under way. */
@RestController
@Profile("sandbox")
class SandboxClockController {

    record Advance(Duration advance) {}

    record Now(Instant now) {}

    /** Beyond the years that dates can name, nothing that looks at the clock would work again. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final SandboxEngine engine;

    SandboxClockController(SandboxEngine engine) {
        this.engine = engine;
    }

    @PostMapping("/sandbox/clock")
    Now advance(@RequestBody Advance request) throws InterruptedException {
        var by = request.advance();
        if (by == null || by.isNegative() || by.compareTo(LONGEST) > 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "give \"advance\" as a duration such as PT2H, of ten years at most");
        }
        try (var halted = engine.halt()) {
            return new Now(engine.putForward(by));
        }
    }
}
