-- Why a contact is where it is, written at the moment it happens and never changed afterwards.
create table routing.step (
    id         uuid primary key,
    contact_id uuid not null,
    at         timestamptz not null,
    kind       text not null check (kind in ('placed', 'returned', 'widened', 'stood_out', 'assigned')),
    queue_id   uuid,
    user_id    uuid,
    facts      jsonb not null
);
create index step_contact on routing.step (contact_id, at);

-- What an offer was decided on: the contact looked for a person, or the person for a contact; how pressing it was; how the others stood.
alter table routing.offer
    add column way    text check (way in ('contact', 'person')),
    add column score  double precision,
    add column others jsonb;
