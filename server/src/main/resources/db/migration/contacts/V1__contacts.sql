create sequence contacts.case_number start 10001;

create table contacts.cases (
    id          uuid primary key,
    number      bigint not null unique default nextval('contacts.case_number'),
    brand_id    uuid not null,
    customer_id uuid,
    subject     text not null,
    state       text not null check (state in ('open', 'waiting_for_customer', 'solved')),
    opened_at   timestamptz not null,
    solved_at   timestamptz,
    solved_by   uuid,
    reopened    int not null default 0,
    contacts    int not null default 0
);
create index cases_customer on contacts.cases (customer_id, opened_at desc);

create table contacts.conversation (
    id              uuid primary key,
    brand_id        uuid not null,
    customer_id     uuid,
    case_id         uuid not null references contacts.cases,
    channel         text not null,
    account_id      uuid,
    subject         text not null,
    language        text check (language in ('nl', 'en')),
    sender_proven   boolean not null default false,
    started_at      timestamptz not null,
    last_seq        int not null default 0,
    last_message_at timestamptz not null,
    customer_read_seq int not null default 0,
    agent_read_seq    int not null default 0
);
create index conversation_customer on contacts.conversation (customer_id, last_message_at desc);
create index conversation_case on contacts.conversation (case_id);

create table contacts.participant (
    conversation_id uuid not null references contacts.conversation,
    address         text not null,
    role            text not null check (role in ('customer', 'cc', 'reseller')),
    primary key (conversation_id, address)
);

create table contacts.message (
    id              uuid primary key,
    conversation_id uuid not null references contacts.conversation,
    brand_id        uuid not null,
    contact_id      uuid,
    seq             int  not null,
    direction       text not null check (direction in ('in', 'out', 'note', 'event')),
    author_kind     text not null check (author_kind in ('customer', 'user', 'system')),
    author_id       uuid,
    author_name     text not null,
    at              timestamptz not null,
    text            text not null,
    folded_text     text,
    html            text,
    folded_html     text,
    remote_images   boolean not null default false,
    automatic       boolean not null default false,
    purpose         text not null default 'conversation'
        check (purpose in ('conversation', 'acknowledgement', 'invitation', 'notice')),
    external_id     text,
    client_key      text,
    envelope_id     uuid,
    delivery        text not null default 'none'
        check (delivery in ('none', 'queued', 'sent', 'delivered', 'read', 'delayed', 'failed', 'bounced')),
    delivery_detail text,
    unique (conversation_id, seq),
    unique (conversation_id, client_key)
);
create index message_external on contacts.message (external_id) where external_id is not null;

create table contacts.attachment (
    id         uuid primary key,
    message_id uuid not null references contacts.message,
    position   int  not null,
    name       text not null,
    type       text not null,
    size       bigint not null,
    blob_hash  text not null,
    content_id text,
    inline     boolean not null default false
);
create index attachment_message on contacts.attachment (message_id);

-- One interaction to be handled.
create table contacts.contact (
    id                  uuid primary key,
    conversation_id     uuid not null references contacts.conversation,
    case_id             uuid not null references contacts.cases,
    brand_id            uuid not null,
    partner_id          uuid,
    customer_id         uuid,
    channel             text not null,
    medium              text not null check (medium in ('call', 'chat', 'mail')),
    kind                text not null default 'inbound'
        check (kind in ('inbound', 'outbound', 'bot', 'consult', 'follow_up')),
    queue_id            uuid,
    reason_id           uuid,
    cause_department_id uuid,
    result              text
        check (result in ('solved', 'answered', 'forwarded', 'no_answer_needed', 'unreachable', 'spam')),
    state               text not null check (state in ('waiting', 'assigned', 'ended')),
    assigned_to         uuid,
    assigned_at         timestamptz,
    opened_at           timestamptz not null,
    waiting_since       timestamptz,
    first_answer_at     timestamptz,
    first_answer_by     uuid,
    ended_at            timestamptz,
    ended_by            uuid,
    version             int not null default 0
);
create unique index contact_one_open on contacts.contact (conversation_id) where state <> 'ended';
create index contact_case on contacts.contact (case_id);
create index contact_customer on contacts.contact (customer_id, opened_at desc);
create index contact_assigned on contacts.contact (assigned_to) where state = 'assigned';

create table contacts.transfer (
    id         uuid primary key,
    contact_id uuid not null references contacts.contact,
    at         timestamptz not null,
    by_user    uuid,
    from_queue uuid,
    to_queue   uuid,
    from_user  uuid,
    to_user    uuid,
    note       text
);
create index transfer_contact on contacts.transfer (contact_id);

-- What we told the customer we would do, and by when.
create table contacts.promise (
    id         uuid primary key,
    brand_id   uuid not null,
    contact_id uuid not null references contacts.contact,
    case_id    uuid not null references contacts.cases,
    kind       text not null check (kind in ('answer', 'agent')),
    made_at    timestamptz not null,
    due_at     timestamptz not null,
    told       boolean not null default false,
    state      text not null check (state in ('open', 'late', 'kept', 'kept_late', 'withdrawn')),
    settled_at timestamptz
);
create unique index promise_answer on contacts.promise (contact_id) where kind = 'answer' and state in ('open', 'late');
create index promise_contact on contacts.promise (contact_id);

create table contacts.draft (
    conversation_id uuid not null references contacts.conversation,
    user_id         uuid not null,
    kind            text not null check (kind in ('reply', 'note')),
    text            text not null,
    seen_seq        int  not null,
    updated_at      timestamptz not null,
    primary key (conversation_id, user_id, kind)
);

-- Uploaded by an agent or a visitor, not yet part of a message.
create table contacts.upload (
    id          uuid primary key,
    brand_id    uuid not null,
    owner       text not null,
    name        text not null,
    type        text not null,
    size        bigint not null,
    blob_hash   text not null,
    uploaded_at timestamptz not null
);

-- What leaves. One row per message, claimed by lease, in order per conversation.
create table contacts.outbox (
    id              bigint generated always as identity primary key,
    message_id      uuid not null unique references contacts.message,
    conversation_id uuid not null,
    brand_id        uuid not null,
    channel         text not null,
    state           text not null check (state in ('pending', 'sending', 'sent', 'dead')),
    not_before      timestamptz not null,
    attempts        int  not null default 0,
    claimed_by      uuid,
    claimed_until   timestamptz,
    error           text,
    created_at      timestamptz not null,
    sent_at         timestamptz
);
create index outbox_open on contacts.outbox (not_before, id) where state in ('pending', 'sending');
create index outbox_conversation on contacts.outbox (conversation_id, id) where state in ('pending', 'sending');
create index outbox_dead on contacts.outbox (brand_id, id desc) where state = 'dead';
