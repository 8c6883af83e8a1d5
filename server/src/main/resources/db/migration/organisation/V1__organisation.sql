create table organisation.brand (
    id               uuid primary key,
    key              text not null unique check (key ~ '^[a-z0-9-]{2,40}$'),
    name             text not null,
    accent           text not null default '#c2410c' check (accent ~ '^#[0-9a-f]{6}$'),
    default_language text not null default 'nl' check (default_language in ('nl', 'en')),
    zone             text not null default 'Europe/Amsterdam',
    anonymous        boolean not null default false,
    greeting_nl      text not null default 'Met vriendelijke groet',
    greeting_en      text not null default 'Kind regards',
    created_at       timestamptz not null
);

create table organisation.partner (
    id         uuid primary key,
    name       text not null unique,
    created_at timestamptz not null
);

create table organisation.site (
    id         uuid primary key,
    name       text not null unique,
    zone       text not null,
    partner_id uuid references organisation.partner,
    created_at timestamptz not null
);

create table organisation.department (
    id          uuid primary key,
    name_nl     text not null,
    name_en     text not null,
    position    int  not null default 0,
    archived_at timestamptz
);

-- Opening hours: several blocks a day; a holiday replaces the blocks of its day (no times = closed). A block that closes
-- at 00:00 lasts until midnight.
create table organisation.calendar (
    id          uuid primary key,
    name        text not null unique,
    zone        text not null,
    always_open boolean not null default false
);
create table organisation.calendar_block (
    calendar_id uuid not null references organisation.calendar on delete cascade,
    weekday     int  not null check (weekday between 1 and 7),
    opens       time not null,
    closes      time not null,
    primary key (calendar_id, weekday, opens),
    check (closes > opens or closes = time '00:00')
);
create table organisation.calendar_holiday (
    calendar_id uuid not null references organisation.calendar on delete cascade,
    day         date not null,
    name        text not null,
    opens       time,
    closes      time,
    primary key (calendar_id, day),
    check ((opens is null) = (closes is null))
);

-- Per brand and channel, optionally per site: when it is open, and within which business time we promise to answer.
create table organisation.channel_hours (
    id             uuid primary key,
    brand_id       uuid not null references organisation.brand,
    channel        text not null,
    site_id        uuid references organisation.site,
    calendar_id    uuid not null references organisation.calendar,
    answer_minutes int  not null check (answer_minutes between 1 and 43200),
    unique nulls not distinct (brand_id, channel, site_id)
);

-- Why the customer came: a tree of at most three levels per brand.
create table organisation.reason (
    id          uuid primary key,
    brand_id    uuid not null references organisation.brand,
    parent_id   uuid references organisation.reason,
    name_nl     text not null,
    name_en     text not null,
    position    int  not null default 0,
    offered_to_customers boolean not null default false,
    archived_at timestamptz
);
create index reason_brand on organisation.reason (brand_id, parent_id, position);

create view organisation.shown_brand as select id, key, name, accent from organisation.brand;
create view organisation.shown_reason as select id, brand_id, parent_id, name_nl, name_en from organisation.reason;
create view organisation.shown_department as select id, name_nl, name_en from organisation.department;
