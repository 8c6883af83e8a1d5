-- What people of a partner say is a customer's address. It leads to nobody until our own people confirm it: otherwise who proposes one would
-- learn whether it is known already.
create table customers.proposed_address (
    id          uuid primary key,
    customer_id uuid not null references customers.customer,
    brand_id    uuid not null,
    kind        text not null check (kind in ('email', 'phone')),
    value       text not null,
    shown       text not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    unique (customer_id, kind, value)
);
create index proposed_address_value on customers.proposed_address (brand_id, value);
