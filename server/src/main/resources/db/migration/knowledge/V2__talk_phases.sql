-- The phases of a talk as a brand names them; without a row the usual five, shown nowhere.
create table knowledge.talk_phases (
    brand_id uuid primary key,
    -- where they are shown
    channels text[] not null,
    phases   jsonb  not null,
    version  int    not null
);
-- In which phase the talk of a contact is.
create table knowledge.talk (
    contact_id uuid primary key,
    brand_id   uuid not null,
    phase      text not null,
    moved_at   timestamptz not null
);
