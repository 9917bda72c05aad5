package io.accountmigration.crash;

import io.accountmigration.system.Kind;
import java.util.List;

/** A way through the processes, with what does not happen by itself. All ways together touch all boundaries. */
enum Way {
    STRAIGHT(Kind.CONTOSO, "MIGRATED", null),
    CODE(Kind.FABRIKAM, "MIGRATED", null),
    ENROLMENT(Kind.NORTHWIND, "MIGRATED", null),
    PENDING(Kind.LITWARE, "MIGRATED", null),
    OTHER_PARTNER_ID(Kind.LITWARE, "MIGRATED", "event_recheckDue", "event_otherPartnerIdRequested"),
    CANCELLED(Kind.CONTOSO, "CANCELLED", "userTask_provideWorkEmail", "event_cancelRequested"),
    EXPIRED(Kind.CONTOSO, "EXPIRED", "userTask_provideWorkEmail", "event_deadlineReached"),
    REMINDED(Kind.CONTOSO, "MIGRATED", "userTask_provideWorkEmail", "event_reminderDue"),
    /** Nobody acts until operators look for an owner; then the owner does. */
    ESCALATED(
            Kind.CONTOSO,
            "MIGRATED",
            "userTask_provideWorkEmail",
            "event_reminderDue",
            "event_reminderDue",
            "event_reminderDue",
            "event_ownerActed"),
    VERIFIED_AGAIN(Kind.CONTOSO, "MIGRATED", null),
    REVERTED(Kind.CONTOSO, "REVERTED", "serviceTask_transferUsers", "event_lockEnding"),
    CAMPAIGN(Kind.CONTOSO, "MIGRATED", null),
    CAMPAIGN_PAUSED(Kind.CONTOSO, "MIGRATED", "event_nextLook", "event_pauseRequested"),
    CAMPAIGN_CANCELLED(Kind.CONTOSO, "MIGRATED", "event_nextLook", "startEvent_cancelRequested"),
    /** Of a publisher that has not begun: somebody asks what it will need. */
    READINESS(Kind.CONTOSO, null, null),
    /** Of a publisher that has no owner: operators name one. */
    OWNER_NAMED(Kind.ALPINE, null, null),
    /** Of a publisher that has moved: users change in Partner Center. */
    USERS(Kind.WOODGROVE, null, null);

    private final Kind kind;
    private final String end;
    private final String where;
    private final List<String> detours;

    Way(Kind kind, String end, String where, String... detours) {
        this.kind = kind;
        this.end = end;
        this.where = where;
        this.detours = List.of(detours);
    }

    Kind kind() {
        return kind;
    }

    /** How the case ends; null where there is none. */
    String end() {
        return end;
    }

    boolean isMigration() {
        return end != null;
    }

    /** What is waited at when the detours are taken; null where there are none. */
    String where() {
        return where;
    }

    /** The activities by which detours are taken, one after the other. */
    List<String> detours() {
        return detours;
    }
}
