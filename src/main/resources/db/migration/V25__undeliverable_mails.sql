-- The case of a mail to an owner: where the server refuses the address for good, the owner is asked for another.
alter table mail add column case_id uuid;
