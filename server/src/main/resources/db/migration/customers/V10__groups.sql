-- Customers of a brand that are treated alike: resellers, regular guests, who is new. A customer is in one group at most.
create table customers.customer_group (
    id          uuid primary key,
    brand_id    uuid not null,
    name_nl     text not null,
    name_en     text not null,
    colour      text not null check (colour in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink')),
    position    int  not null,
    -- with which priority their contacts begin
    priority    text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
    archived_at timestamptz,
    version     int  not null default 0
);
create index customer_group_brand on customers.customer_group (brand_id, position, id);
alter table customers.customer add column group_id uuid references customers.customer_group;
create index customer_in_group on customers.customer (group_id) where group_id is not null;

create or replace view customers.shown_customer as
select id, brand_id, kind, name, language, country, surveys_declined_at,
       (select identity.shown from customers.identity
        where identity.customer_id = customer.id and identity.kind <> 'browser'
        order by identity.created_at, identity.id limit 1) as address,
       group_id
from customers.customer;
