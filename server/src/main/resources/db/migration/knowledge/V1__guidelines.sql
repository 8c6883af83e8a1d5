-- Guidelines: how we usually help with something, what may be said and promised, and what people made of it in a conversation.
create table knowledge.guideline (
    id         uuid primary key,
    brand_id   uuid not null,
    -- who hears of deviations; anybody who may write them can take it over
    owner_id   uuid not null,
    owner_name text not null,
    -- as it is called in the newest words, published or not
    title_nl   text not null,
    title_en   text not null,
    -- all newest words, for searching
    words      text not null,
    -- what is being written and does not hold yet
    draft      jsonb,
    -- the version that holds; 0 while none was published
    published  int  not null default 0,
    -- when the version that holds fits; empty fits everything
    reasons    uuid[] not null default '{}',
    stages     text[] not null default '{}',
    channels   text[] not null default '{}',
    archived_at timestamptz,
    changed_at timestamptz not null,
    version    int not null default 0
);
create index guideline_listed on knowledge.guideline (brand_id, changed_at desc, id desc);
create index guideline_holds on knowledge.guideline (brand_id) where published > 0 and archived_at is null;

-- What once held is never rewritten: it is what a conversation went by.
create table knowledge.guideline_version (
    guideline_id   uuid not null references knowledge.guideline,
    number         int  not null check (number > 0),
    content        jsonb not null,
    words          text not null,
    note           text not null,
    published_at   timestamptz not null,
    published_by   uuid not null,
    published_name text not null,
    primary key (guideline_id, number)
);

-- One contact beside which a version stood.
create table knowledge.guideline_use (
    id              uuid primary key,
    guideline_id    uuid not null,
    number          int  not null,
    contact_id      uuid not null,
    conversation_id uuid not null,
    brand_id        uuid not null,
    partner_id      uuid,
    shown_at        timestamptz not null,
    opened_at       timestamptz,
    unique (contact_id, guideline_id, number),
    foreign key (guideline_id, number) references knowledge.guideline_version
);
create index guideline_use_counted on knowledge.guideline_use (guideline_id, shown_at);

-- What was made of a step, or without a step of the whole.
create table knowledge.guideline_mark (
    id              uuid primary key,
    use_id          uuid not null references knowledge.guideline_use,
    guideline_id    uuid not null references knowledge.guideline,
    number          int  not null,
    contact_id      uuid not null,
    conversation_id uuid not null,
    brand_id        uuid not null,
    partner_id      uuid,
    step            text,
    kind            text not null check (kind in ('done', 'skipped', 'deviated', 'followed', 'does_not_fit')),
    why             text,
    marked_at       timestamptz not null,
    marked_by       uuid not null,
    -- the owner has learned from it
    handled_at      timestamptz,
    handled_by      uuid,
    handled_name    text,
    learned         text,
    learned_number  int,
    unique nulls not distinct (use_id, step),
    check (kind <> 'deviated' or why is not null)
);
create index guideline_mark_teaches on knowledge.guideline_mark (brand_id, marked_at desc, id desc)
    where kind in ('deviated', 'does_not_fit') or (kind = 'skipped' and why is not null);
create index guideline_mark_counted on knowledge.guideline_mark (guideline_id, use_id);
