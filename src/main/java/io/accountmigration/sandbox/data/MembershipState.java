package io.accountmigration.sandbox.data;

/** How far the verification of a partner's enrolment is. */
public enum MembershipState {
    ACCEPTED("authorized"),
    PENDING("pending"),
    REJECTED("rejected");

    private final String vettingStatus;

    MembershipState(String vettingStatus) {
        this.vettingStatus = vettingStatus;
    }

    /** The word that Partner Center uses. */
    public String vettingStatus() {
        return vettingStatus;
    }
}
