-- Answers that leave a moment later, so that they can be taken back, or at a moment that was chosen. What was sent keeps its key and no words.
create table contacts.planned_answer (
    id              uuid primary key,
    conversation_id uuid not null references contacts.conversation,
    brand_id        uuid not null,
    author_id       uuid not null,
    author_name     text not null,
    text            text not null,
    seen_seq        int  not null,
    client_key      text not null,
    -- at a moment that somebody chose; else it only waits until it can no longer be taken back
    later           boolean not null,
    planned_at      timestamptz not null,
    send_at         timestamptz not null,
    state           text not null check (state in ('planned', 'sent', 'taken_back', 'stopped')),
    stopped_why     text,
    settled_at      timestamptz,
    settled_by      uuid,
    check ((state = 'planned') = (settled_at is null)),
    check ((state = 'stopped') = (stopped_why is not null)),
    unique (conversation_id, client_key)
);
create index planned_answer_shown on contacts.planned_answer (conversation_id) where state in ('planned', 'stopped');

-- A file that goes along with such an answer waits with it.
alter table contacts.upload add column planned_answer_id uuid references contacts.planned_answer on delete set null;
create index upload_planned_answer on contacts.upload (planned_answer_id) where planned_answer_id is not null;
