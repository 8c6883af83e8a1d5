-- Another time than usual for a question, asking back, and passing it on.
alter table contacts.consult drop constraint consult_state_check;
alter table contacts.consult add constraint consult_state_check check (state in ('open', 'late', 'returned', 'answered', 'withdrawn'));
-- when it came to the department that it is with, and by when that would answer as it usually does
alter table contacts.consult add column reached_at timestamptz;
alter table contacts.consult add column usual_due_at timestamptz;
update contacts.consult set reached_at = asked_at, usual_due_at = due_at;
alter table contacts.consult alter column reached_at set not null;
alter table contacts.consult alter column usual_due_at set not null;
-- where the time agreed comes from
alter table contacts.consult add column agreed text not null default 'usual' check (agreed in ('usual', 'later', 'sooner', 'more', 'kept'));
-- another time that one side asked for and the other has not said yes or no to
alter table contacts.consult add column wanted_at timestamptz;
alter table contacts.consult add column wanted_by text check (wanted_by in ('asker', 'department'));
alter table contacts.consult add column wanted_why text;
alter table contacts.consult add constraint consult_wanted check ((wanted_at is null) = (wanted_by is null));
-- since when it waits for an answer of who asked; its clock stands still
alter table contacts.consult add column returned_at timestamptz;
alter table contacts.consult add constraint consult_returned check ((state = 'returned') = (returned_at is not null));
-- how long it waited for who asked, since it came to the department
alter table contacts.consult add column returned_seconds bigint not null default 0;

drop index contacts.consult_open;
create index consult_open on contacts.consult (department_id, due_at, id) where state in ('open', 'late', 'returned');
drop index contacts.consult_asked;
create index consult_reached on contacts.consult (reached_at);

-- What became of a question between asking and answer.
create table contacts.consult_step (
    id              uuid primary key,
    consult_id      uuid not null references contacts.consult,
    kind            text not null check (kind in ('sooner', 'later', 'sooner_accepted', 'sooner_declined', 'more_time', 'granted', 'held', 'asked_back', 'told', 'passed')),
    at              timestamptz not null,
    by_user         uuid not null,
    -- with which department it was, and to which it went
    department_id   uuid not null,
    to_department   uuid,
    -- the time that it is about
    due_at          timestamptz,
    -- whether it was late by then
    late            boolean not null,
    words           text not null,
    -- the mail of ours in which the department had it until it was passed on
    asked_message   uuid,
    -- made by the screen, so that doing it twice is doing it once
    client_key      text not null,
    unique (consult_id, client_key)
);
create index consult_step_at on contacts.consult_step (at);
create index consult_step_asked_message on contacts.consult_step (asked_message) where asked_message is not null;
