-- The work of a queue is shared over companies and sites; each contact is the turn of one, and after a while of the next too.
create table routing.queue_share (
    queue_id   uuid not null references routing.queue on delete cascade,
    place      int  not null check (place between 1 and 10),
    -- without partner and site: our own people
    partner_id uuid,
    site_id    uuid,
    percent    int  not null check (percent between 1 and 100),
    -- the part of a turn that it is still due, or had too much
    due        double precision not null default 0,
    primary key (queue_id, place),
    unique nulls not distinct (queue_id, partner_id, site_id)
);
alter table routing.queue add column next_turn_minutes int not null default 10 check (next_turn_minutes between 1 and 10080);

-- Whose turn it is: one bit for each share that may take it, the lowest for the first; 0 until that is known, all where nothing is shared.
alter table routing.waiting add column turns int not null default -1;
alter table routing.waiting add column turn_at timestamptz;
create index waiting_without_turn on routing.waiting (queue_id) where turns = 0;

-- Who took what, for telling what each got today. Kept for two days.
create table routing.share_taken (
    contact_id uuid primary key,
    queue_id   uuid not null references routing.queue on delete cascade,
    partner_id uuid,
    site_id    uuid,
    at         timestamptz not null
);
create index share_taken_queue on routing.share_taken (queue_id, at);
create index share_taken_at on routing.share_taken (at);

-- People of these sites may help too.
create table routing.ring_site (
    queue_id uuid not null,
    ring     int  not null,
    site_id  uuid not null,
    primary key (queue_id, ring, site_id),
    foreign key (queue_id, ring) references routing.ring on delete cascade
);

alter table routing.step drop constraint step_kind_check;
alter table routing.step add constraint step_kind_check check (kind in ('placed', 'returned', 'widened', 'stood_out', 'assigned', 'turn'));
