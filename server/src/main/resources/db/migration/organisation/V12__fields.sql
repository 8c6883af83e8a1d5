-- What a brand keeps about its customers, cases and orders beside what every brand keeps. A field never goes: what was filled in keeps its name.
create table organisation.field (
    id          uuid primary key,
    brand_id    uuid not null references organisation.brand,
    kind        text not null check (kind in ('customer', 'case', 'order')),
    -- by which files and programs of others name it; stays what it was
    key         text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    type        text not null check (type in ('one_line', 'long_text', 'whole_number', 'decimal', 'date', 'yes_no', 'choice', 'choices', 'link')),
    name_nl     text not null,
    name_en     text not null,
    help_nl     text not null default '',
    help_en     text not null default '',
    unit        text,
    -- [{"id", "nameNl", "nameEn", "archived"}] in their order
    choices     jsonb not null default '[]',
    required    text not null default 'never' check (required in ('never', 'always', 'reasons', 'results')),
    reasons     uuid[] not null default '{}',
    results     text[] not null default '{}',
    position    int  not null,
    archived_at timestamptz,
    version     int  not null default 0,
    unique (brand_id, kind, key)
);
create index field_brand on organisation.field (brand_id, kind, position, id);
