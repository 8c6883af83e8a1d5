-- Who else may help when something has waited so long; each ring adds people to those before it.
create table routing.ring (
    queue_id      uuid not null references routing.queue on delete cascade,
    ring          int  not null check (ring between 1 and 5),
    after_minutes int  not null check (after_minutes between 1 and 10080),
    own_people    boolean not null,
    primary key (queue_id, ring)
);
create table routing.ring_skill (
    queue_id  uuid not null,
    ring      int  not null,
    skill_id  uuid not null,
    min_level int  not null check (min_level between 1 and 5),
    primary key (queue_id, ring, skill_id),
    foreign key (queue_id, ring) references routing.ring on delete cascade
);
create table routing.ring_partner (
    queue_id   uuid not null,
    ring       int  not null,
    partner_id uuid not null,
    primary key (queue_id, ring, partner_id),
    foreign key (queue_id, ring) references routing.ring on delete cascade
);

-- A better place in the order for whoever has them; no condition.
create table routing.preferred_skill (
    queue_id  uuid not null references routing.queue on delete cascade,
    skill_id  uuid not null,
    min_level int  not null check (min_level between 1 and 5),
    primary key (queue_id, skill_id)
);

-- How long something is kept for whoever handled the case last; 0 for not at all.
alter table routing.queue add column knows_case_minutes int not null default 0 check (knows_case_minutes between 0 and 1440);
-- Who handled a case, or a conversation, last.
create table routing.knows (
    subject_id uuid primary key,
    user_id    uuid not null,
    at         timestamptz not null
);

-- How wide is being looked for it, since when it waits this time.
alter table routing.waiting add column ring int not null default 0;
alter table routing.waiting add column since timestamptz;
update routing.waiting set since = entered_at;
alter table routing.offer add column ring int not null default 0;
