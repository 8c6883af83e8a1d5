-- Marks a database as that of the demo company: it may not become somebody's real one. Without loaded_at the loading was
-- broken off.
create table demo.company (
    only_row   boolean primary key default true check (only_row),
    started_at timestamptz not null,
    loaded_at  timestamptz
);
