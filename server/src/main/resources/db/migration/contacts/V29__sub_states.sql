-- How cases of a brand stand, more precisely than their state says; the meaning of the state never changes by it.
create table contacts.sub_state_list (
    brand_id uuid primary key,
    version  int not null default 0
);
create table contacts.sub_state (
    id              uuid primary key,
    brand_id        uuid not null,
    state           text not null check (state in ('open', 'waiting_for_customer', 'waiting_for_department')),
    name_nl         text not null,
    name_en         text not null,
    position        int  not null,
    -- after how many days a case that stays open so usually comes back
    comes_back_days int check (comes_back_days between 1 and 365),
    archived_at     timestamptz,
    check (comes_back_days is null or state = 'open')
);
create index sub_state_brand on contacts.sub_state (brand_id, position);

alter table contacts.cases add column sub_state_id uuid references contacts.sub_state;
create index cases_sub_state on contacts.cases (sub_state_id, opened_at desc, id desc) where sub_state_id is not null;
-- A sub-state says more about one state: whatever gives a case another one takes it away.
create function contacts.sub_state_ends() returns trigger language plpgsql as $$
begin
    if new.state is distinct from old.state and new.sub_state_id is not distinct from old.sub_state_id then
        new.sub_state_id := null;
    end if;
    return new;
end $$;
create trigger sub_state_ends before update of state on contacts.cases for each row execute function contacts.sub_state_ends();

create table contacts.case_sub_state (
    id      uuid primary key,
    case_id uuid not null references contacts.cases,
    at      timestamptz not null,
    by_user uuid not null,
    was     uuid references contacts.sub_state,
    became  uuid references contacts.sub_state
);
create index case_sub_state_case on contacts.case_sub_state (case_id, at desc);

create view contacts.shown_case_sub_state as
select cases.id as case_id, sub_state.id as sub_state_id, sub_state.name_nl, sub_state.name_en
from contacts.cases join contacts.sub_state on sub_state.id = cases.sub_state_id;
