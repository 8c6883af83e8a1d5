-- Search on any part of a name, and on the beginning of an address or order number.
create extension if not exists pg_trgm with schema public;
create index customer_name on customers.customer using gin (lower(name) public.gin_trgm_ops);
create index identity_value on customers.identity (value text_pattern_ops);
create index order_number on customers.customer_order (lower(number) text_pattern_ops);

-- Who has a customer's data open, so that the audit log gets one line per person, customer and ten minutes.
create table customers.opened (
    user_id     uuid not null,
    customer_id uuid not null references customers.customer on delete cascade,
    at          timestamptz not null,
    primary key (user_id, customer_id)
);
create index opened_at on customers.opened (at);
