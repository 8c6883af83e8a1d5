-- A queue keeps people free, so that what comes in there finds somebody at once. Without people: whoever does its work.
create table routing.reserve (
    queue_id     uuid primary key references routing.queue on delete cascade,
    free         int  not null check (free between 1 and 1000),
    medium       text not null check (medium in ('call', 'chat', 'mail')),
    -- what has waited so long elsewhere may have them all the same; 0 for never
    lent_minutes int  not null check (lent_minutes between 0 and 10080)
);
create table routing.reserved_person (
    queue_id uuid not null references routing.reserve on delete cascade,
    user_id  uuid not null,
    primary key (queue_id, user_id)
);
