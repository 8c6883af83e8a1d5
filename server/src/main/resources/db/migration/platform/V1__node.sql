-- Each running process of the application, so that its work can be told from another's.
create table platform.node (
    id         uuid primary key,
    name       text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
