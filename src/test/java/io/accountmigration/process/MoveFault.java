package io.accountmigration.process;

import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.mockito.BDDMockito.BDDStubber;

/** The calls of a move, each of which may fail, in their order. */
enum MoveFault {
    LOCK("serviceTask_lockPublisher", true, (scenario, stubber) -> stubber.given(scenario.portal)
            .lock(any(), any(), any())),
    OPEN("serviceTask_openPartnerCenterAccount", false, (scenario, stubber) -> stubber.given(scenario.partnerCenter)
            .open(any(), any(), any(), any())),
    SETTINGS("serviceTask_transferSettings", false, (scenario, stubber) -> stubber.given(scenario.partnerCenter)
            .putSettings(any(), any(), any(), any())),
    USERS("serviceTask_transferUsers", false, (scenario, stubber) -> stubber.given(scenario.partnerCenter)
            .addUser(any(), any(), any(), any(), any())),
    VERIFY("serviceTask_verifyMove", false, (scenario, stubber) -> stubber.given(scenario.partnerCenter)
            .settingsOf(any(), any()));

    private final String activityId;
    private final boolean ofThePortal;
    private final BiConsumer<Scenario, BDDStubber> call;

    MoveFault(String activityId, boolean ofThePortal, BiConsumer<Scenario, BDDStubber> call) {
        this.activityId = activityId;
        this.ofThePortal = ofThePortal;
        this.call = call;
    }

    String activityId() {
        return activityId;
    }

    void strike(Scenario scenario, Function<RuntimeException, BDDStubber> kind) {
        var failure = ofThePortal
                ? new CloudPartnerPortalUnavailable("down", null, null)
                : new PartnerCenterUnavailable("down", null, null);
        call.accept(scenario, kind.apply(failure));
    }
}
