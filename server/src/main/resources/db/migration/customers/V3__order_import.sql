-- Files with orders that people brought in, and the rows that were refused; the good rows stand with the orders.
create table customers.order_import (
    id          uuid primary key,
    brand_id    uuid not null,
    user_id     uuid not null,
    user_name   text not null,
    file_name   text not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    stored      int not null default 0,
    refused     int not null default 0,
    header      text not null
);
create index order_import_brand on customers.order_import (brand_id, id desc);
create table customers.order_import_refused (
    import_id uuid not null references customers.order_import on delete cascade,
    line      bigint not null,
    field     text not null,
    code      text not null,
    row_text  text not null,
    primary key (import_id, line)
);
