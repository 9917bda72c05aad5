package io.accountmigration.usersync;

import io.accountmigration.usersync.UserLink.NoCounterpart;

/** An entry of the portal that the move has left there, and why Partner Center has nobody for it. */
public record ListedUser(String portalUserId, String address, NoCounterpart reason) {}
