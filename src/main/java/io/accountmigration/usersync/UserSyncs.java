package io.accountmigration.usersync;

import org.springframework.data.repository.Repository;

/** The publishers that are kept in step. */
interface UserSyncs extends Repository<UserSync, String> {

    UserSync save(UserSync userSync);
}
