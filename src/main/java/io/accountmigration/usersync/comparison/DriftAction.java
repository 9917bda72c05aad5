package io.accountmigration.usersync.comparison;

/** What is done about a difference, or by whom. */
public enum DriftAction {
    /** Partner Center's state is being carried over. */
    OVERWRITTEN,
    /** It was carried over just now. */
    CORRECTED,
    /** It could not be carried over now: tried again soon. */
    TRIED_AGAIN,
    /** The portal does not take it: somebody corrects it in Partner Center. */
    REFUSED_BY_PORTAL,
    /** Partner Center may not show a later change yet: looked at again with the next comparison. */
    WAITS_FOR_PARTNER_CENTER,
    /** An operator has to allow the removal. */
    WAITS_FOR_OPERATOR,
    /** An operator rejected the removal. */
    KEPT_BY_OPERATOR,
    /** The roles held have no effect in the marketplace: no access is right. */
    NO_ACCESS_BY_ROLE,
    /** Somebody adds the role to the role map. */
    MAP_ROLE,
    /** The group's members are added to Partner Center one by one. */
    ADD_MEMBERS_IN_PARTNER_CENTER,
    /** The program is registered in Partner Center. */
    REGISTER_APPLICATION_IN_PARTNER_CENTER,
    /** The person is added to Partner Center with a work account. */
    ADD_WORK_ACCOUNT_IN_PARTNER_CENTER,
    /** The person's tenant is associated with the account in Partner Center, or another account of his is added. */
    ASSOCIATE_TENANT_IN_PARTNER_CENTER,
    /** The person is added to Partner Center, which says what is missing. */
    ADD_PERSON_IN_PARTNER_CENTER,
    /** The person has moved under another sign-in: an operator removes the old one when nobody needs it. */
    REMOVE_OLD_SIGN_IN,
    /** Another entry is the person's: an operator removes this one when nobody needs it. */
    REMOVE_TWIN,
    /** The directory could not say whose address it is: nothing is removed before it does. */
    COULD_NOT_CHECK
}
