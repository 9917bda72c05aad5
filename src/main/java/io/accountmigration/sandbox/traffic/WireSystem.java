package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.accountmigration.sandbox.data.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** A system that the sandbox stands in for, under the name that faults and limits use. */
public enum WireSystem {
    CPP,
    PARTNER_CENTER,
    DIRECTORY,
    TOKEN,
    MAIL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static WireSystem of(String word) {
        return Arrays.stream(values())
                .filter(system -> system.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "SYSTEM_UNKNOWN", "The sandbox has no system " + word + "."));
    }
}
