package io.accountmigration.eligibility;

/** Why a migration cannot start at all. Each use case that starts one says what it does about each obstacle. */
public enum StartObstacle {
    ALREADY_MIGRATED(FindingCode.ALREADY_MIGRATED),
    /** Nobody could act for the account. */
    NO_OWNER(FindingCode.NO_OWNER);

    private final FindingCode code;

    StartObstacle(FindingCode code) {
        this.code = code;
    }

    /** This obstacle as a finding about a publisher. */
    public Finding finding(String publisherId) {
        return code.naming(publisherId);
    }
}
