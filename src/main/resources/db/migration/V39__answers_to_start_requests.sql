-- Which case a start under an idempotency key began, and how the call was answered, so that the same request is answered alike.
alter table start_request add column case_id uuid;
alter table start_request add column answer varchar(1000000);
update start_request set case_id = (
    select m.id from migration m
    where m.publisher_key = lower(start_request.publisher_id) and m.started_at >= start_request.asked_at
    order by m.started_at, m.id limit 1);
delete from start_request where case_id is null;
alter table start_request alter column case_id set not null;
create index start_request_by_time on start_request (asked_at);
