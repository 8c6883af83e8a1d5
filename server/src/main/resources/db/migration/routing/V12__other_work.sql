-- Other queues than somebody's skills say, for a while.
create table routing.other_work (
    user_id  uuid primary key,
    queues   uuid[] not null check (cardinality(queues) > 0),
    only_these boolean not null,
    until    timestamptz not null,
    given_by uuid not null,
    given_at timestamptz not null,
    why      text not null
);
