package io.accountmigration.usersync;

import io.accountmigration.publisher.RequestRefused;

/** Something that was asked of the sync is not done, and nothing has changed. */
public class UserSyncRefused extends RequestRefused {

    /** The reason. Every endpoint answers with this status and the name as the code. */
    public enum Refusal {
        /** The publisher's users do not follow Partner Center, since it has not moved. */
        NOT_MIGRATED(409),
        /** The id names a change that says something else. */
        CHANGE_ID_REUSED(409),
        CHANGE_FROM_THE_FUTURE(422),
        CHANGE_TOO_OLD(422),
        /** The id could be taken for one of the program's own. */
        USER_ID_RESERVED(422),
        NO_STAGED_REMOVALS(409);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        /** The HTTP status of this refusal. */
        public int status() {
            return status;
        }
    }

    private final Refusal refusal;

    public UserSyncRefused(Refusal refusal, String subject) {
        super(refusal.name(), refusal.status(), subject);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
