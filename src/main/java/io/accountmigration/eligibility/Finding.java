package io.accountmigration.eligibility;

import java.util.List;

/** Something found in the way, with the names its text mentions (a tenant, a user), in the order of the text. */
public record Finding(FindingCode code, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }
}
