-- Something that somebody does to many conversations at once: looked at first, then done one by one, and taken back when that was a mistake.
create table desk.bulk_work (
    id          uuid primary key,
    user_id     uuid not null,
    -- the fields are those of BulkWork.Change; words for a colleague are gone once it is done
    change      jsonb not null,
    state       text not null check (state in ('prepared', 'running', 'stopped', 'done', 'taking_back', 'taken_back')),
    made_at     timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    version     int not null default 0
);
create index bulk_work_mine on desk.bulk_work (user_id, made_at desc, id desc);
create index bulk_work_busy on desk.bulk_work (started_at) where state in ('running', 'taking_back');

create table desk.bulk_item (
    work_id         uuid not null references desk.bulk_work on delete cascade,
    position        int  not null,
    conversation_id uuid not null,
    contact_id      uuid not null,
    -- the last message of the customer when it was looked at: what he writes after that nobody has seen
    last_in_seq     int  not null,
    state           text not null check (state in ('left', 'to_do', 'done', 'refused', 'to_take_back', 'taken_back', 'kept')),
    -- why it was left, refused or kept: a key that screens translate, or the code of a refusal
    why             text,
    -- how it stood before; the fields are those of ReversibleWork.Step
    step            jsonb,
    primary key (work_id, position)
);
create index bulk_item_state on desk.bulk_item (work_id, state, position);
