-- A question to another department within a case.
create table contacts.consult (
    id                  uuid primary key,
    brand_id            uuid not null,
    case_id             uuid not null references contacts.cases,
    conversation_id     uuid not null references contacts.conversation,
    contact_id          uuid not null references contacts.contact,
    department_id       uuid not null,
    question            text not null,
    -- whether the department may read what the customer and we wrote
    shares_conversation boolean not null,
    state               text not null check (state in ('open', 'late', 'answered', 'withdrawn')),
    asked_at            timestamptz not null,
    asked_by            uuid not null,
    due_at              timestamptz not null,
    -- stays when it is answered after all
    late_at             timestamptz,
    first_seen_at       timestamptz,
    first_seen_by       uuid,
    answer              text,
    settled_at          timestamptz,
    settled_by          uuid,
    -- made by the screen, so that sending twice is one question
    client_key          text not null,
    unique (conversation_id, client_key)
);
create index consult_case on contacts.consult (case_id);
create index consult_contact on contacts.consult (contact_id);
create index consult_open on contacts.consult (department_id, due_at, id) where state in ('open', 'late');
create index consult_settled on contacts.consult (department_id, settled_at desc, id desc) where state in ('answered', 'withdrawn');
create index consult_asked on contacts.consult (asked_at);
