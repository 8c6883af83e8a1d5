-- What a brand does when a customer does not answer. Days are calendar days in its time zone.
create table contacts.silence_rule (
    brand_id      uuid primary key,
    active        boolean not null,
    remind_days   int not null check (remind_days between 1 and 90),
    solve_days    int not null check (solve_days between 1 and 90),
    most_per_day  int not null check (most_per_day between 1 and 10000),
    remind_nl     text not null,
    remind_en     text not null,
    tells_closing boolean not null,
    closing_nl    text not null,
    closing_en    text not null,
    asks_feedback boolean not null,
    exempt        uuid[] not null default '{}',
    -- when it was switched on last: what waited already counts from then
    counts_from   timestamptz not null,
    version       int not null
);

-- A stretch of time in which a case waits for its customer: one that has not ended per case at most.
create table contacts.silence (
    id              uuid primary key,
    case_id         uuid not null references contacts.cases,
    brand_id        uuid not null,
    since           timestamptz not null,
    next_at         timestamptz not null,
    -- the reminder, and the moment that it names: nothing is solved before
    conversation_id uuid references contacts.conversation,
    reminder_id     uuid references contacts.message,
    reminded_at     timestamptz,
    told_at         timestamptz,
    left_open_at    timestamptz,
    left_open_by    uuid,
    ended_at        timestamptz,
    outcome         text check (outcome in ('changed', 'solved', 'moved', 'erased', 'off')),
    reopened_at     timestamptz,
    check ((ended_at is null) = (outcome is null)),
    check ((reminded_at is null) = (told_at is null))
);
create unique index silence_running on contacts.silence (case_id) where ended_at is null;
create index silence_case on contacts.silence (case_id, ended_at desc);
create index silence_of_brand on contacts.silence (brand_id, id) where ended_at is null;
create index silence_reminded on contacts.silence (brand_id, reminded_at) where reminded_at is not null;
create index silence_solved on contacts.silence (brand_id, ended_at) where outcome = 'solved';
create index silence_conversation on contacts.silence (conversation_id, reminded_at desc) where reminded_at is not null;

-- What waits for customers, by brand: what a rule would do is counted before it is switched on.
create index cases_waiting on contacts.cases (brand_id, id) where state = 'waiting_for_customer';
