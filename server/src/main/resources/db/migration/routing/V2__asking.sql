-- The score comes from the queue, so that a changed priority holds for what already waits.
alter table routing.waiting drop column priority;
-- Who it was transferred to; until then it is kept for him.
alter table routing.waiting add column preferred_user uuid;
alter table routing.waiting add column preferred_until timestamptz;
create index waiting_next on routing.waiting (queue_id, medium, entered_at) where offered_to is null;
create index waiting_preferred on routing.waiting (preferred_user) where preferred_user is not null;

-- One pop-up at a time.
create unique index offer_open_user on routing.offer (user_id) where outcome = 'open';
create index offer_expiry on routing.offer (expires_at) where outcome = 'open';

alter table routing.load add column queue_id uuid;
alter table routing.load add column conversation_id uuid not null;
create index load_queue on routing.load (queue_id);

-- What recent contacts took, for telling who waits how long it will be. Kept for a day.
create table routing.handled (
    contact_id uuid not null,
    queue_id   uuid not null,
    medium     text not null,
    seconds    int  not null check (seconds >= 0),
    ended_at   timestamptz not null,
    primary key (contact_id, ended_at)
);
create index handled_queue on routing.handled (queue_id, medium, ended_at desc);
create index handled_ended on routing.handled (ended_at);

-- Which nodes follow whose screens. A node that stays silent takes its connections with it.
create table routing.node (
    id      uuid primary key,
    seen_at timestamptz not null
);
create table routing.connection (
    user_id uuid not null,
    node_id uuid not null references routing.node on delete cascade,
    primary key (user_id, node_id)
);

-- When the figures of a queue were last told, so that all nodes together tell them once a second.
create table routing.queue_told (
    queue_id uuid primary key references routing.queue on delete cascade,
    told_at  timestamptz not null
);
