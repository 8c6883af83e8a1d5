-- What arrived, exactly as it arrived, stored before it is acknowledged. Each row is in exactly one state, so that
-- received = placed + refused + waiting holds by construction.
create table channels.envelope (
    id          uuid primary key,
    seq         bigint generated always as identity,
    adapter     text not null,
    -- where it came from: 'smtp', or the id of a mailbox or widget
    source      text not null,
    provider_id text not null,
    kind        text not null,
    brand_ids   uuid[] not null,
    blob_hash   text not null,
    size        bigint not null,
    facts       jsonb not null,
    -- what shares a lane is processed in order
    lane        smallint not null,
    state       text not null default 'waiting' check (state in ('waiting', 'placed', 'refused')),
    -- waiting for a person: it failed too often to be tried by itself
    set_aside   boolean not null default false,
    outcome     text,
    detail      text,
    proof       jsonb,
    attempts    int not null default 0,
    next_try_at timestamptz not null,
    -- how often the very same came again
    repeats     int not null default 0,
    received_at timestamptz not null,
    settled_at  timestamptz,
    unique (source, provider_id, kind),
    check ((state = 'waiting') = (settled_at is null)),
    check (state = 'waiting' or not set_aside)
);
create index envelope_open on channels.envelope (lane, seq) where state = 'waiting' and not set_aside;
create index envelope_received on channels.envelope (received_at);
create index envelope_state on channels.envelope (state, seq desc);

-- A lane is served by one worker at a time; the lease makes that true on any number of nodes.
create table channels.intake_lane (
    lane       smallint primary key,
    held_by    uuid,
    held_until timestamptz not null
);
insert into channels.intake_lane (lane, held_until) select lane, 'epoch' from generate_series(0, 15) lane;

-- One row per mail, however often and over however many routes it came. Stays behind as a tombstone.
create table channels.mail (
    id            uuid primary key,
    message_key   text not null unique,
    message_id    text,
    first_seen_at timestamptz not null
);

-- Where a mail was put: once for each address of ours it was sent to.
create table channels.placement (
    mail_id         uuid not null references channels.mail,
    account_id      uuid not null,
    brand_id        uuid not null,
    envelope_id     uuid not null references channels.envelope,
    conversation_id uuid not null,
    message_id      uuid not null,
    why             text not null,
    near_match      uuid,
    placed_at       timestamptz not null,
    primary key (mail_id, account_id)
);
create index placement_envelope on channels.placement (envelope_id);

create table channels.email_account (
    id           uuid primary key,
    brand_id     uuid not null,
    address      text not null unique check (address = lower(address)),
    name         text not null,
    kind         text not null check (kind in ('smtp', 'imap')),
    active       boolean not null,
    imap         jsonb,
    relay        jsonb,
    state        text not null default 'ok' check (state in ('ok', 'broken')),
    state_detail text,
    state_at     timestamptz not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null
);

create table channels.imap_cursor (
    account_id   uuid not null references channels.email_account,
    folder       text not null,
    uid_validity bigint not null,
    last_uid     bigint not null,
    moved_at     timestamptz not null,
    primary key (account_id, folder, uid_validity)
);

-- Nobody is deleted from history: undo closes the row.
create table channels.blocked_sender (
    id          uuid primary key,
    brand_id    uuid not null,
    -- an address, or @domain
    sender      text not null check (sender = lower(sender)),
    blocked_at  timestamptz not null,
    blocked_by  uuid,
    lifted_at   timestamptz,
    lifted_by   uuid
);
create unique index blocked_sender_one on channels.blocked_sender (brand_id, sender) where lifted_at is null;

-- Caps automatic answers to one address, for robots that do not say that they are one.
create table channels.automatic_answer (
    address text not null,
    at      timestamptz not null
);
create index automatic_answer_address on channels.automatic_answer (address, at);

-- What would have left, where no mail relay is set.
create table channels.captured_mail (
    id          uuid primary key,
    message_id  uuid not null unique,
    brand_id    uuid not null,
    account_id  uuid,
    sender      text not null,
    recipients  text[] not null,
    subject     text not null,
    purpose     text not null,
    blob_hash   text not null,
    size        bigint not null,
    captured_at timestamptz not null
);
create index captured_mail_at on channels.captured_mail (captured_at desc, id desc);
