-- All settings are transferred in one job: nothing is remembered between several. The column stays for nodes of the
-- release before, which run beside this one while it is rolled out.
alter table migration alter column transferred_areas set default '[]';
