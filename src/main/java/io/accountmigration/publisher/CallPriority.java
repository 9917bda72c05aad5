package io.accountmigration.publisher;

/** What a call to an outside system is made for. Of several that wait for allowance, the one listed first goes first. */
public enum CallPriority {
    /** A step of a migration that has begun to change something outside. */
    MOVE(100),
    /** A person waits: a start, a check of what an owner has entered, a page. */
    CHECK(25),
    /** Users of a migrated account follow Partner Center. */
    SYNC(20),
    /** An account is compared as a whole because it is time. */
    COMPARISON(5),
    /** A readiness report, or another look at blocked accounts. */
    REPORT(5);

    private final int share;

    CallPriority(int share) {
        this.share = share;
    }

    /** The percentage of the allowance that it gets even while something that goes first is waiting. */
    public int share() {
        return share;
    }
}
