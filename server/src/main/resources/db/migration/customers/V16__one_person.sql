-- Two cards of one person. Nothing of theirs is moved: a card that was merged into another keeps its addresses, orders and conversations, and
-- what comes to its addresses; everybody reads them together, on the page of the head.
alter table customers.customer
    add column merged_into uuid references customers.customer,
    -- at the end of the chain; absent for whoever is his own head
    add column head_id     uuid;
alter table customers.customer add constraint customer_merged_has_head check ((merged_into is null) = (head_id is null));
create index customer_merged on customers.customer (merged_into) where merged_into is not null;
create index customer_head on customers.customer ((coalesce(head_id, id)));

create table customers.merge (
    id          uuid primary key,
    brand_id    uuid not null,
    from_id     uuid not null,
    into_id     uuid not null,
    at          timestamptz not null,
    by_user     uuid not null,
    by_name     text not null,
    -- what the head took over from the other, with what it had before
    taken       jsonb not null default '{}',
    undone_at   timestamptz,
    undone_by   uuid,
    undone_name text
);
create unique index merge_now on customers.merge (from_id) where undone_at is null;
create index merge_into on customers.merge (into_id);
create index merge_from on customers.merge (from_id);

-- Of whom somebody said that they are not the same person: they are not suggested again.
create table customers.not_same (
    one_id   uuid not null,
    other_id uuid not null,
    brand_id uuid not null,
    at       timestamptz not null,
    by_user  uuid not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index not_same_other on customers.not_same (other_id);

-- What most mail providers put in the same mailbox: dots, and what follows a plus.
create function customers.alike(address text) returns text language sql immutable strict parallel safe as $$
    select replace(split_part(split_part(address, '@', 1), '+', 1), '.', '') || '@' || split_part(address, '@', 2)
$$;
create index identity_alike on customers.identity (brand_id, customers.alike(value)) where kind = 'email';
create index customer_same_name on customers.customer (brand_id, lower(name)) where name is not null;

-- Of a card that was merged, what is known of the person stands on the head.
create or replace view customers.shown_customer as
select customer.id, customer.brand_id, head.kind, head.name, head.language, head.country, head.surveys_declined_at,
       coalesce((select identity.shown from customers.identity
                 where identity.customer_id = head.id and identity.kind <> 'browser'
                 order by identity.created_at, identity.id limit 1),
                (select identity.shown from customers.identity
                 where identity.customer_id = customer.id and identity.kind <> 'browser'
                 order by identity.created_at, identity.id limit 1)) as address,
       head.group_id
from customers.customer
         join customers.customer head on head.id = coalesce(customer.head_id, customer.id);

-- The cards of the person whose card this is; mostly itself alone.
create view customers.shown_same_customer as
select customer.id as customer_id, card.id as card_id
from customers.customer
         join customers.customer card on coalesce(card.head_id, card.id) = coalesce(customer.head_id, customer.id);
