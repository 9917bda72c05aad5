package io.accountmigration.usersync;

/** Why an account is to be compared as a whole. */
public enum ReconcileReason {
    /** It has just moved. */
    FIRST,
    /** It is time. */
    SCHEDULED,
    /** An operator wants it. */
    REQUESTED,
    /** The feed does not reach back to the watermark. */
    WATERMARK_EXPIRED,
    /** The feed left out records that it had returned before. */
    FEED_GAP,
    /** The feed tells a change in other words than the push that bore its id. */
    PUSH_CONTRADICTED,
    /** The feed could not be read to the end. */
    FEED_UNREADABLE,
    /** The feed returned something that cannot be read. */
    CHANGE_UNREADABLE,
    /** A look-up has removed somebody whom only lists did not show. */
    REMOVED_BY_LISTS,
    /** Somebody has lost something who has another entry with the same address. */
    TWIN_REMAINS,
    /** Two changes of a user bear the same time. */
    AMBIGUOUS_ORDER,
    /** Roles are worth something else than before. */
    ROLE_MAP_CHANGED;

    /** Whether it is about what has just happened, too, which Partner Center's lists may not show yet. */
    public boolean concernsTheLatest() {
        return switch (this) {
            case WATERMARK_EXPIRED, FEED_GAP, FEED_UNREADABLE, CHANGE_UNREADABLE -> true;
            case FIRST,
                    SCHEDULED,
                    REQUESTED,
                    ROLE_MAP_CHANGED,
                    TWIN_REMAINS,
                    PUSH_CONTRADICTED,
                    REMOVED_BY_LISTS,
                    AMBIGUOUS_ORDER -> false;
        };
    }

    /** Whether nothing else is in doubt, so that lists that do not show it yet are of no use. */
    boolean isOnlyAboutTheLatest() {
        return this == PUSH_CONTRADICTED || this == REMOVED_BY_LISTS || this == AMBIGUOUS_ORDER;
    }
}
