create table routing.queue (
    id               uuid primary key,
    brand_id         uuid not null,
    name             text not null,
    partner_id       uuid,
    priority         int  not null default 50 check (priority between 0 and 100),
    ageing_minutes   int  not null default 10 check (ageing_minutes between 1 and 1440),
    mode             text not null default 'push' check (mode in ('push', 'pull')),
    offer_seconds    int  not null default 30 check (offer_seconds between 5 and 600),
    overflow_minutes int  not null default 60 check (overflow_minutes between 1 and 10080),
    archived_at      timestamptz,
    unique (brand_id, name)
);
create table routing.queue_skill (
    queue_id  uuid not null references routing.queue on delete cascade,
    skill_id  uuid not null,
    min_level int  not null check (min_level between 1 and 5),
    primary key (queue_id, skill_id)
);

-- Which queue gets a contact: the most specific rule of the brand wins.
create table routing.queue_rule (
    id        uuid primary key,
    brand_id  uuid not null,
    channel   text,
    reason_id uuid,
    address   text,
    queue_id  uuid not null references routing.queue on delete cascade,
    unique nulls not distinct (brand_id, channel, reason_id, address)
);

create table routing.capacity (
    user_id uuid primary key,
    calls   int not null check (calls between 0 and 10),
    chats   int not null check (chats between 0 and 20),
    mails   int not null check (mails between 0 and 100)
);

create table routing.presence (
    user_id      uuid primary key,
    state        text not null check (state in ('available', 'busy', 'break', 'offline')),
    since        timestamptz not null,
    connected_at timestamptz,
    last_seen_at timestamptz not null,
    idle_since   timestamptz not null
);

-- A contact that wants a person. A row stays until the contact is assigned or ended.
create table routing.waiting (
    contact_id       uuid primary key,
    conversation_id  uuid not null,
    brand_id         uuid not null,
    queue_id         uuid not null references routing.queue,
    medium           text not null,
    priority         int  not null,
    entered_at       timestamptz not null,
    offered_to       uuid,
    offer_expires_at timestamptz,
    overflowed_at    timestamptz
);
create index waiting_queue on routing.waiting (queue_id, entered_at);
create index waiting_offered on routing.waiting (offered_to) where offered_to is not null;

create table routing.offer (
    id         uuid primary key,
    contact_id uuid not null,
    queue_id   uuid not null,
    user_id    uuid not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    outcome    text not null check (outcome in ('open', 'accepted', 'declined', 'timed_out', 'withdrawn')),
    decided_at timestamptz
);
create unique index offer_open on routing.offer (contact_id) where outcome = 'open';
create index offer_user on routing.offer (user_id, offered_at desc);
create index offer_contact on routing.offer (contact_id, offered_at);

-- What each person has in hand, per medium; counts against capacity.
create table routing.load (
    contact_id uuid primary key,
    user_id    uuid not null,
    medium     text not null,
    since      timestamptz not null
);
create index load_user on routing.load (user_id);

create view routing.shown_queue as select id, brand_id, name, partner_id, archived_at from routing.queue;
