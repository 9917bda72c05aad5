package io.accountmigration.program;

/** The program cannot start: settings are missing. The message lists them. */
class SettingsMissing extends RuntimeException {

    SettingsMissing(String list) {
        super(list);
    }
}
