-- A case that was joined to another one is left behind empty and leads there.
alter table contacts.cases drop constraint cases_state_check;
alter table contacts.cases add constraint cases_state_check check (state in ('open', 'waiting_for_customer', 'waiting_for_department', 'solved', 'merged'));
alter table contacts.cases add column merged_into uuid references contacts.cases;
alter table contacts.cases add constraint case_merged check ((state = 'merged') = (merged_into is not null));
create index cases_brand on contacts.cases (brand_id, opened_at desc, id desc);

-- Contacts that went from one case to another, with how both cases stood before, so that it can be taken back.
create table contacts.case_change (
    id             uuid primary key,
    kind           text not null check (kind in ('merged', 'moved', 'split')),
    brand_id       uuid not null,
    from_case      uuid not null references contacts.cases,
    to_case        uuid not null references contacts.cases,
    at             timestamptz not null,
    by_user        uuid not null,
    why            text,
    -- made by the screen, so that sending twice is one change
    client_key     text not null,
    from_state     text not null,
    from_solved_at timestamptz,
    from_solved_by uuid,
    -- absent when the case was made by the change
    to_state       text,
    to_solved_at   timestamptz,
    to_solved_by   uuid,
    -- how the case stood after the change; taking back leaves alone what others made of it since
    to_became      text not null,
    undone_at      timestamptz,
    undone_by      uuid,
    unique (from_case, client_key)
);
create index case_change_from on contacts.case_change (from_case, at desc);
create index case_change_to on contacts.case_change (to_case, at desc);

create table contacts.case_change_contact (
    change_id  uuid not null references contacts.case_change,
    contact_id uuid not null references contacts.contact,
    primary key (change_id, contact_id)
);
