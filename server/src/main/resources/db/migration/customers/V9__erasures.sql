-- The erasing of one customer, and afterwards its proof: how much, of which kind, when and at whose request, and nothing of the person.
create sequence customers.erasure_number start 1;
create table customers.erasure (
    id             uuid primary key,
    number         bigint not null unique default nextval('customers.erasure_number'),
    brand_id       uuid not null,
    -- the number of a card that is no more; by it a backup that is put back is cleared again
    customer_id    uuid not null,
    state          text not null check (state in ('waiting', 'running', 'done', 'cancelled')),
    asked_by       text not null check (asked_by in ('customer', 'representative', 'authority', 'ourselves')),
    reason         text not null check (reason in ('request', 'no_longer_needed', 'objection', 'unlawful', 'child')),
    reference      text,
    orders_too     boolean not null,
    requested_at   timestamptz not null,
    requested_by   uuid not null,
    requested_name text not null,
    -- which module is at work, and whether any found something in this round
    step           int not null default 0,
    found          boolean not null default false,
    -- what leads to the person, sealed; gone when it is done
    traces         text,
    -- keyed hashes of the addresses
    marks          text[] not null,
    erased         jsonb not null default '{}',
    kept           jsonb not null default '{}',
    finished_at    timestamptz,
    -- when a backup from before was put back and it was done once more
    repeated_at    timestamptz
);
create unique index erasure_at_work on customers.erasure (customer_id) where state in ('waiting', 'running');
create index erasure_brand on customers.erasure (brand_id, requested_at desc, id desc);
create index erasure_marks on customers.erasure using gin (marks);

-- What the law orders to keep of an order: number, amounts, days. Nobody's any more.
alter table customers.customer_order alter column customer_id drop not null;
