-- How each reason stood from each change on; by nobody known where it was there already.
alter table organisation.reason add column version int not null default 0;
create table organisation.reason_version (
    reason_id            uuid not null references organisation.reason,
    version              int  not null,
    brand_id             uuid not null references organisation.brand,
    parent_id            uuid references organisation.reason,
    name_nl              text not null,
    name_en              text not null,
    position             int  not null,
    offered_to_customers boolean not null,
    archived             boolean not null,
    at                   timestamptz not null,
    by_user              uuid,
    by_name              text,
    primary key (reason_id, version)
);
create index reason_version_brand on organisation.reason_version (brand_id, at desc, reason_id desc);

insert into organisation.reason_version
select reason.id, 0, brand_id, parent_id, name_nl, name_en, position, offered_to_customers, false, brand.created_at, null, null
from organisation.reason join organisation.brand on brand.id = reason.brand_id;
update organisation.reason set version = 1 where archived_at is not null;
insert into organisation.reason_version
select id, 1, brand_id, parent_id, name_nl, name_en, position, offered_to_customers, true, archived_at, null, null
from organisation.reason where archived_at is not null;
