-- Whether the settings that Partner Center is the master of are the same in the portal; unknown before a comparison.

alter table user_sync add column settings_equal boolean;
