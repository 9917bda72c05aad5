-- The users of both accounts as the verification of a move has read them, until the user sync has compared them.

alter table verification_report add column users_read varchar(10000000);
