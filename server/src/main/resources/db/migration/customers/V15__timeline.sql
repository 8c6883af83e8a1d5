-- What people said about whose an address is and who is one person, for the page of the customer; no address is repeated here.
create table customers.address_change (
    id          uuid primary key,
    customer_id uuid not null,
    brand_id    uuid not null,
    change      text not null check (change in ('moved_here', 'moved_away', 'removed', 'proposed', 'dismissed', 'merged', 'taken_apart')),
    -- absent where it is about all of them
    kind        text check (kind in ('email', 'phone')),
    -- whose it was, or whose it became
    other_id    uuid,
    at          timestamptz not null,
    by_user     uuid not null,
    by_name     text not null
);
create index address_change_customer on customers.address_change (customer_id, at desc, id desc);
create index address_change_other on customers.address_change (other_id) where other_id is not null;

-- The steps of a customer's orders by when they happened.
create index order_shipped on customers.customer_order (customer_id, shipped_at desc) where shipped_at is not null;
create index order_delivered on customers.customer_order (customer_id, delivered_at desc) where delivered_at is not null;
