-- Whether a conversation about the same order and reason as an open case of its customer belongs to that case: chosen per brand.
-- A brand without a row suggests it.
create table contacts.same_case (
    brand_id uuid primary key,
    mode     text not null check (mode in ('off', 'suggest', 'attach')),
    version  int  not null default 0
);
-- What a rule did, nobody did.
alter table contacts.case_change add column by_rule boolean not null default false;
