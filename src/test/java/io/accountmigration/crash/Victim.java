package io.accountmigration.crash;

import java.util.List;

/**
 * Who is to be killed.
 *
 * @param node the node; null where it can only be known by its sessions, or where it may be any that works
 * @param sessions its sessions in the database that are under way; empty where they are not known
 */
record Victim(String node, List<Integer> sessions) {

    static Victim node(String name) {
        return new Victim(name, List.of());
    }

    static Victim holding(List<Integer> sessions) {
        return new Victim(null, sessions);
    }
}
