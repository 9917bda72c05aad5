-- Whether an owner has given the partner ID of a case: that of a former owner does not count.

alter table migration add column partner_id_given boolean default false not null;
