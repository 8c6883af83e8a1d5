-- Somebody may come for somebody else: a reseller for its own customer. The case is of the one, and for the other.
alter table contacts.cases add column for_customer_id uuid;
create index cases_for_customer on contacts.cases (for_customer_id, opened_at desc, id desc) where for_customer_id is not null;

-- Who said for whom a case is, and for whom it was before.
create table contacts.case_for (
    id      uuid primary key,
    case_id uuid not null references contacts.cases,
    at      timestamptz not null,
    by_user uuid not null,
    was     uuid,
    became  uuid
);
create index case_for_case on contacts.case_for (case_id, at desc);
create index case_for_was on contacts.case_for (was) where was is not null;
create index case_for_became on contacts.case_for (became) where became is not null;
