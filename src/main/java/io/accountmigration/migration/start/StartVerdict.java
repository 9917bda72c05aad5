package io.accountmigration.migration.start;

import io.accountmigration.migration.Refusal;
import java.util.Optional;
import java.util.UUID;

/** What a start would meet now. */
public sealed interface StartVerdict {

    /**
     * Nothing is in the way.
     *
     * @param owner who would act first; the other owners may take over
     */
    record Startable(String owner) implements StartVerdict {}

    /** Somebody has started it already. */
    record Running(UUID caseId) implements StartVerdict {}

    /** The account has moved before; there is no case where that was not this program's doing. */
    record Moved(Optional<UUID> caseId) implements StartVerdict {}

    /** It would be refused. */
    record Refused(Refusal refusal) implements StartVerdict {}

    /** It could not be found out: the outside system of that name does not answer. */
    record NotReached(String system) implements StartVerdict {}
}
