package io.accountmigration.partner;

/** Knows, without asking Partner Center, which users of moved publishers were not seen there. */
public interface UsersWithoutAccess {

    /** Whether nobody in Partner Center is known to be the person of this entry of Cloud Partner Portal. */
    boolean includes(String publisherId, String portalUserId);
}
