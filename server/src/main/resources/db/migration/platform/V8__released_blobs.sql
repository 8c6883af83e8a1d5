-- Files that somebody let go of: deleted when nobody else keeps the same bytes. Marked when they are gone here and still in an object store.
create table platform.released_blob (
    hash        text primary key,
    released_at timestamptz not null,
    elsewhere   boolean not null default false
);
