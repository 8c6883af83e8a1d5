-- How long what is kept, counted from the end of the case. The rule for a channel goes before that of its brand.
create table organisation.retention_rule (
    id         uuid primary key,
    brand_id   uuid not null references organisation.brand,
    channel    text,
    kind       text not null check (kind in ('content', 'attachments', 'raw', 'answer-words')),
    months     int  not null check (months between 1 and 240),
    version    int  not null default 0,
    unique nulls not distinct (brand_id, channel, kind)
);
create table organisation.retention_state (
    only_row    boolean primary key default true check (only_row),
    paused_at   timestamptz,
    paused_name text
);
insert into organisation.retention_state default values;
-- What was taken by which rule on which day.
create table organisation.retention_run (
    id         uuid primary key,
    day        date not null,
    rule_id    uuid not null,
    brand_id   uuid not null,
    channel    text,
    kind       text not null,
    months     int  not null,
    taken      int  not null,
    last_at    timestamptz not null,
    unique (day, rule_id, months)
);
create index retention_run_brand on organisation.retention_run (brand_id, last_at desc, id desc);
