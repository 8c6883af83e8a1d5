-- One draw per brand and day is fixed before anybody is drawn, so that a draw can be checked and never repeated for a
-- better outcome.
create table feedback.draw_seed (
    brand_id uuid   not null,
    day      date   not null,
    seed     bigint not null,
    primary key (brand_id, day)
);
alter table feedback.decision add column seed bigint;
alter table feedback.sampling_rule add column at_most_per_day int check (at_most_per_day between 1 and 100000);

-- Delicate matters: customers who came for these are not asked.
create table feedback.excluded_reason (
    brand_id  uuid not null,
    reason_id uuid not null,
    primary key (brand_id, reason_id)
);

alter table feedback.invitation add column expires_at timestamptz;
create index invitation_message on feedback.invitation (message_id) where message_id is not null;
create index invitation_case on feedback.invitation (case_id) where state = 'waiting';
create index invitation_open on feedback.invitation (customer_id) where state in ('waiting', 'sent');

-- What a click turned out to be; a scanner's stays on record, with why we think so.
alter table feedback.click add column verdict text check (verdict in ('scanner'));
alter table feedback.click add column verdict_because text;

-- Asking per day and queue: how many cases for each outcome, and what became of the invitations sent that day.
create table feedback.asking_day (
    day        date not null,
    brand_id   uuid not null,
    partner_id uuid,
    queue_id   uuid,
    step       text not null,
    number     int  not null,
    unique nulls not distinct (brand_id, day, queue_id, partner_id, step)
);

create index response_words on feedback.response (answered_at desc, id desc) where why is not null;
create index response_words_search on feedback.response using gin (to_tsvector('simple', why)) where why is not null;
create index score_day_read on feedback.score_day (brand_id, day)
    include (partner_id, channel, queue_id, team_id, country, score, answers);

create table feedback.follow_up_rule (
    brand_id     uuid primary key,
    working_days int not null check (working_days between 1 and 30),
    remind_hours int not null check (remind_hours between 1 and 240)
);
alter table feedback.follow_up add column team_id uuid;
alter table feedback.follow_up add column assigned_at timestamptz;
alter table feedback.follow_up add column reminded_at timestamptz;
create index follow_up_done on feedback.follow_up (done_at desc, id desc) where state = 'done';

-- Who looked at whose personal scores; the person concerned may see it.
create table feedback.score_viewing (
    id          uuid primary key,
    viewer_id   uuid not null,
    viewer_name text not null,
    subject_id  uuid not null,
    at          timestamptz not null
);
create index score_viewing_subject on feedback.score_viewing (subject_id, at desc);
