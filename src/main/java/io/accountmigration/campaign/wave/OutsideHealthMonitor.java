package io.accountmigration.campaign.wave;

import java.time.Instant;
import java.util.Optional;

/** Knows how the last minutes' calls to the outside systems went. */
public interface OutsideHealthMonitor {

    /** The name of a system that has been in trouble since then, where one has. */
    Optional<String> inTrouble(Instant since);
}
