-- Since when the lists of Partner Center do not show a user of whom nothing has told a removal, and what only a push has
-- told so far.

alter table user_link add column missing_since timestamp(6) with time zone;
alter table user_link add column unconfirmed boolean default false not null;
alter table user_change add column unconfirmed boolean default false not null;
