-- Text blocks: words that one does not write twice, for a whole team or of one person.
create table knowledge.text_block (
    id         uuid primary key,
    -- without one it is for all brands
    brand_id   uuid,
    language   text not null check (language in ('nl', 'en')),
    -- small letters; what one types after the slash
    shortcut   text not null,
    name       text not null,
    words      text not null,
    -- whose it is; without one it is shared
    owner_id   uuid,
    archived_at timestamptz,
    changed_at timestamptz not null,
    changed_by uuid not null,
    changed_name text not null,
    version    int  not null default 0
);
-- An archived one stands in nobody's way.
create unique index text_block_shared on knowledge.text_block (brand_id, language, shortcut) nulls not distinct
    where owner_id is null and archived_at is null;
create unique index text_block_own on knowledge.text_block (owner_id, brand_id, language, shortcut) nulls not distinct
    where owner_id is not null and archived_at is null;
create index text_block_listed on knowledge.text_block (name, id);
