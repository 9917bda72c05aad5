package io.accountmigration.crash;

import io.accountmigration.system.Kind;

/** A way through the processes, with one thing that does not happen by itself. All ways together touch all boundaries. */
enum Way {
    STRAIGHT(Kind.CONTOSO, "MIGRATED", null, null),
    CODE(Kind.FABRIKAM, "MIGRATED", null, null),
    ENROLMENT(Kind.NORTHWIND, "MIGRATED", null, null),
    PENDING(Kind.LITWARE, "MIGRATED", null, null),
    OTHER_PARTNER_ID(Kind.LITWARE, "MIGRATED", "event_recheckDue", "event_otherPartnerIdRequested"),
    CANCELLED(Kind.CONTOSO, "CANCELLED", "userTask_provideWorkEmail", "event_cancelRequested"),
    EXPIRED(Kind.CONTOSO, "EXPIRED", "userTask_provideWorkEmail", "event_deadlineReached"),
    REMINDED(Kind.CONTOSO, "MIGRATED", "userTask_provideWorkEmail", "event_reminderDue"),
    /** Nobody hears the reminders, so operators are to name an owner; then the owner acts after all. */
    UNHEARD(Kind.CONTOSO, "MIGRATED", "userTask_nameOwner", "event_ownerActed"),
    VERIFIED_AGAIN(Kind.CONTOSO, "MIGRATED", null, null),
    REVERTED(Kind.CONTOSO, "REVERTED", "serviceTask_transferUsers", "event_lockEnding"),
    /** Of a publisher that has no owner: operators name one. */
    OWNER_NAMED(Kind.ALPINE, null, null, null),
    /** Of a publisher that has moved: users change in Partner Center. */
    USERS(Kind.WOODGROVE, null, null, null);

    private final Kind kind;
    private final String end;
    private final String where;
    private final String detour;

    Way(Kind kind, String end, String where, String detour) {
        this.kind = kind;
        this.end = end;
        this.where = where;
        this.detour = detour;
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

    /** What is waited at when the detour is taken; null where there is none. */
    String where() {
        return where;
    }

    /** The activity by which the detour is taken. */
    String detour() {
        return detour;
    }
}
