-- What happened in the past hours, for every screen that follows along. Writers insert into live_pending in their own
-- transaction; a numbering transaction moves rows to live_log, so that positions follow the order of commits.
create table platform.live_pending (
    id         bigint generated always as identity primary key,
    kind       text        not null,
    brand_id   uuid,
    partner_id uuid,
    permission text,
    user_id    uuid,
    payload    jsonb       not null,
    at         timestamptz not null
);

create table platform.live_log (
    position   bigint primary key,
    kind       text        not null,
    brand_id   uuid,
    partner_id uuid,
    permission text,
    user_id    uuid,
    payload    jsonb       not null,
    at         timestamptz not null
);
create index live_log_at on platform.live_log using brin (at);

create table platform.live_position (
    only_row boolean primary key default true check (only_row),
    last     bigint not null
);
insert into platform.live_position (last) values (0);

-- A due time is a stored instant; the row goes in the transaction that does the work.
create table platform.timer (
    id           uuid primary key,
    kind         text        not null,
    key          text        not null,
    due_at       timestamptz not null,
    payload      jsonb       not null,
    attempts     int         not null default 0,
    error        text,
    set_aside_at timestamptz,
    unique (kind, key)
);
create index timer_due on platform.timer (due_at) where set_aside_at is null;

-- Content-addressed: the key is the SHA-256 of the bytes. Large content lies in several chunks.
create table platform.blob (
    hash       text primary key,
    size       bigint      not null,
    stored_in  text        not null check (stored_in in ('database', 's3')),
    created_at timestamptz not null
);
create table platform.blob_chunk (
    hash     text  not null references platform.blob on delete cascade,
    position int   not null,
    bytes    bytea not null,
    primary key (hash, position)
);
alter table platform.blob_chunk alter column bytes set storage external;

create table platform.audit (
    id             uuid primary key,
    at             timestamptz not null,
    actor_id       uuid,
    actor_name     text        not null,
    kind           text        not null,
    subject_type   text,
    subject_id     text,
    brand_id       uuid,
    detail         jsonb       not null,
    correlation_id text
);
create index audit_at on platform.audit (at desc, id desc);
create index audit_actor on platform.audit (actor_id, at desc);
create index audit_subject on platform.audit (subject_type, subject_id, at desc);
