package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.Write;
import io.accountmigration.sandbox.data.Writes;
import io.accountmigration.sandbox.traffic.Fault;
import io.accountmigration.sandbox.traffic.Faults;
import io.accountmigration.sandbox.traffic.Limits;
import io.accountmigration.sandbox.traffic.PortalBehaviour;
import io.accountmigration.sandbox.traffic.PortalBehaviours;
import io.accountmigration.sandbox.traffic.WireSystem;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders faults, sets limits and the behaviour of the portals, and shows the writes that arrived. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox")
class TrafficControl {

    private final Faults faults;
    private final Limits limits;
    private final Writes writes;
    private final PortalBehaviours behaviours;

    TrafficControl(Faults faults, Limits limits, Writes writes, PortalBehaviours behaviours) {
        this.faults = faults;
        this.limits = limits;
        this.writes = writes;
        this.behaviours = behaviours;
    }

    record Limit(WireSystem system, Integer calls, Integer perSeconds) {}

    record WriteBody(String system, String method, String path, String requestId, boolean effect, Instant at) {

        static WriteBody of(Write write) {
            return new WriteBody(
                    write.system(),
                    write.method(),
                    write.path(),
                    write.requestId(),
                    write.hadEffect(),
                    write.happenedAt());
        }
    }

    @GetMapping("/faults")
    List<Faults.Pending> faults() {
        return faults.all();
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Faults.Pending order(@RequestBody Fault fault) {
        return faults.order(fault);
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFaults() {
        faults.clear();
    }

    @PutMapping("/limits")
    Limit limit(@RequestBody Limit limit) {
        if (limit.system() == null || limit.calls() == null || limit.calls() < 0) {
            throw new Refusal(400, "LIMIT_MALFORMED", "system and calls are required; calls must not be negative.");
        }
        var perSeconds = limit.perSeconds() == null ? 1 : limit.perSeconds();
        if (perSeconds < 1) {
            throw new Refusal(400, "LIMIT_MALFORMED", "perSeconds must be at least 1.");
        }
        limits.set(limit.system(), limit.calls(), perSeconds);
        return new Limit(limit.system(), limit.calls(), perSeconds);
    }

    @GetMapping("/behaviour")
    PortalBehaviour behaviour() {
        return behaviours.current();
    }

    @PutMapping("/behaviour")
    PortalBehaviour behave(@RequestBody PortalBehaviour behaviour) {
        return behaviours.set(behaviour);
    }

    @GetMapping("/writes")
    List<WriteBody> writes(@RequestParam(required = false) String publisherId) {
        var found = publisherId == null ? writes.all() : writes.of(publisherId);
        return found.stream().map(WriteBody::of).toList();
    }
}
