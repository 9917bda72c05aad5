package io.accountmigration.publisher;

import java.util.OptionalDouble;

/** How much may be asked of outside systems. */
public interface OutsideAllowance {

    /** The name of Partner Center among the systems. */
    String PARTNER_CENTER = "partner-center";

    /** How many calls a second a system takes in the long run; nothing where it takes any number. */
    OptionalDouble callsPerSecond(String system);
}
