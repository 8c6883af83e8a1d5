-- What a web shop embeds. The key is public; the secret signs who a visitor is and is sealed.
create table channels.widget (
    id            uuid primary key,
    key           text not null unique,
    brand_id      uuid not null,
    name          text not null,
    accent        text check (accent ~ '^#[0-9a-f]{6}$'),
    position      text not null default 'right' check (position in ('left', 'right')),
    language      text check (language in ('nl', 'en')),
    -- pages that may hold the frame, such as https://shop.example
    origins       text[] not null,
    -- empty: every reason that is offered to customers
    reason_ids    uuid[] not null default '{}',
    secret_sealed text not null,
    active        boolean not null default true,
    transcripts   boolean not null default true,
    ask_minutes   int not null default 5 check (ask_minutes between 1 and 120),
    end_minutes   int not null default 5 check (end_minutes between 1 and 120),
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
create index widget_brand on channels.widget (brand_id, created_at);

-- A browser that visits, known by a keyed hash of its token. What a shop proved stands beside it.
create table channels.visitor (
    id              uuid primary key,
    widget_id       uuid not null references channels.widget,
    token_hash      bytea not null unique,
    proven_user     text,
    proven_email    text,
    name            text,
    customer_id     uuid,
    conversation_id uuid,
    created_at      timestamptz not null,
    last_seen_at    timestamptz not null
);
create index visitor_seen on channels.visitor (last_seen_at);

-- One conversation as its visitor sees it; kept by listeners in the transaction of whoever changes something.
create table channels.chat (
    conversation_id uuid primary key,
    visitor_id      uuid not null references channels.visitor,
    widget_id       uuid not null references channels.widget,
    client_key      text not null,
    contact_id      uuid,
    language        text not null check (language in ('nl', 'en')),
    state           text not null check (state in ('waiting', 'assigned', 'ended')),
    ended_by        text check (ended_by in ('agent', 'visitor', 'idle')),
    agent_name      text,
    last_seq        int not null,
    last_out_seq    int not null default 0,
    unread          int not null default 0,
    read_by_agent   int not null default 0,
    read_by_visitor int not null default 0,
    started_at      timestamptz not null,
    changed_at      timestamptz not null,
    unique (visitor_id, client_key),
    check ((state = 'ended') = (ended_by is not null))
);

-- Sent up, not yet part of a message.
create table channels.visitor_file (
    id          uuid primary key,
    visitor_id  uuid not null references channels.visitor on delete cascade,
    name        text not null,
    type        text not null,
    size        bigint not null,
    blob_hash   text not null,
    uploaded_at timestamptz not null
);
create index visitor_file_visitor on channels.visitor_file (visitor_id);
create index visitor_file_uploaded on channels.visitor_file (uploaded_at);
