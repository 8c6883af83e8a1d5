-- What matters to a customer, in the words of whoever heard it. What was taken away stays, so that it can be put back.
create table customers.story (
    id          uuid primary key,
    customer_id uuid not null references customers.customer,
    brand_id    uuid not null,
    text        text not null,
    author_id   uuid not null,
    author_name text not null,
    written_at  timestamptz not null,
    changed_at  timestamptz,
    removed_at  timestamptz,
    version     int not null default 0
);
create index story_customer on customers.story (customer_id, written_at desc) where removed_at is null;
