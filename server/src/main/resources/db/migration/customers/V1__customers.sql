create table customers.customer (
    id           uuid primary key,
    brand_id     uuid not null,
    kind         text not null default 'person' check (kind in ('person', 'organisation')),
    name         text,
    language     text check (language in ('nl', 'en')),
    country      text check (country ~ '^[A-Z]{2}$'),
    external_key text,
    surveys_declined_at timestamptz,
    created_at   timestamptz not null,
    unique (brand_id, external_key)
);
create index customer_brand on customers.customer (brand_id, created_at desc, id desc);

create table customers.identity (
    id          uuid primary key,
    customer_id uuid not null references customers.customer,
    brand_id    uuid not null,
    kind        text not null check (kind in ('email', 'phone', 'browser', 'external')),
    value       text not null,
    shown       text not null,
    proven_at   timestamptz,
    created_at  timestamptz not null,
    unique (brand_id, kind, value)
);
create index identity_customer on customers.identity (customer_id);

-- An order as the shop tells it; its status and times give "where in the process".
create table customers.customer_order (
    id             uuid primary key,
    brand_id       uuid not null,
    customer_id    uuid not null references customers.customer,
    number         text not null,
    ordered_at     timestamptz not null,
    status         text not null
        check (status in ('placed', 'paid', 'packed', 'shipped', 'delivered', 'returned', 'cancelled')),
    payment_status text not null check (payment_status in ('open', 'authorised', 'paid', 'refunded', 'failed')),
    total_minor    bigint not null,
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    carrier        text,
    tracking_code  text,
    expected_on    date,
    shipped_at     timestamptz,
    delivered_at   timestamptz,
    updated_at     timestamptz not null,
    unique (brand_id, number)
);
create index order_customer on customers.customer_order (customer_id, ordered_at desc);
create table customers.order_line (
    order_id    uuid not null references customers.customer_order on delete cascade,
    position    int  not null,
    sku         text not null,
    name        text not null,
    quantity    int  not null check (quantity > 0),
    price_minor bigint not null,
    primary key (order_id, position)
);

create view customers.shown_customer as
select id, brand_id, kind, name, language, country, surveys_declined_at from customers.customer;
