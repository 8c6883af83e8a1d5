-- A company whose people contact us, for themselves or for their own customers.
create table customers.account (
    id          uuid primary key,
    brand_id    uuid not null,
    kind        text not null check (kind in ('reseller', 'business')),
    name        text not null,
    -- by which we know it in our administration
    number      text,
    manager_id  uuid,
    -- its members are in this group, unless in one themselves
    group_id    uuid references customers.customer_group,
    created_at  timestamptz not null,
    archived_at timestamptz,
    version     int  not null default 0
);
create index account_brand on customers.account (brand_id, lower(name), id);
create unique index account_number on customers.account (brand_id, lower(number)) where number is not null;

-- Whoever writes from such a domain is probably of this account.
create table customers.account_domain (
    brand_id   uuid not null,
    domain     text not null,
    account_id uuid not null references customers.account,
    primary key (brand_id, domain)
);
create index account_domain_account on customers.account_domain (account_id);

create table customers.account_agreement (
    id          uuid primary key,
    account_id  uuid not null references customers.account,
    title       text not null,
    words       text not null,
    valid_from  date,
    -- the last day on which it holds
    valid_until date,
    link        text,
    version     int not null default 0,
    check (valid_until >= valid_from)
);
create index account_agreement_account on customers.account_agreement (account_id, valid_until desc);

-- A customer is of one account at most.
create table customers.account_member (
    customer_id uuid primary key references customers.customer,
    account_id  uuid not null references customers.account,
    role        text not null,
    main        boolean not null default false,
    since       timestamptz not null,
    version     int not null default 0
);
create index account_member_account on customers.account_member (account_id, customer_id);
create unique index account_main_contact on customers.account_member (account_id) where main;

-- Customers who bought through an account; several over time.
create table customers.account_end_customer (
    id          uuid primary key,
    account_id  uuid not null references customers.account,
    customer_id uuid not null references customers.customer,
    since       timestamptz not null,
    until       timestamptz
);
create unique index account_end_customer_now on customers.account_end_customer (account_id, customer_id) where until is null;
create index account_end_customer_customer on customers.account_end_customer (customer_id);

-- Who belongs to an account now, and as what: its members, and those who bought through it.
create view customers.shown_account_person as
select member.account_id, member.customer_id, true as member from customers.account_member member
union all
select bought.account_id, bought.customer_id, false from customers.account_end_customer bought where bought.until is null;
-- What an account is called.
create view customers.shown_account as select id, brand_id, kind, name, archived_at from customers.account;
