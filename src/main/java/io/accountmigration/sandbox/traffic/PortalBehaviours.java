package io.accountmigration.sandbox.traffic;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The behaviour that the stand-ins have now. */
@Component
@Profile("sandbox")
public class PortalBehaviours {

    private volatile PortalBehaviour current = PortalBehaviour.USUAL;

    public PortalBehaviour current() {
        return current;
    }

    /** Sets the behaviour; what is left out is as usual. */
    public PortalBehaviour set(PortalBehaviour wanted) {
        current = wanted.complete();
        return current;
    }

    public void clear() {
        current = PortalBehaviour.USUAL;
    }
}
