-- Whoever starts what runs once for a publisher holds one of these rows until the transaction ends.
create table start_lock (
    id integer not null primary key
);
insert into start_lock (id)
    select a.n * 8 + b.n
    from (values (0), (1), (2), (3), (4), (5), (6), (7)) a(n),
         (values (0), (1), (2), (3), (4), (5), (6), (7)) b(n);
