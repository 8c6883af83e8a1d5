create table feedback.sampling_rule (
    id              uuid primary key,
    brand_id        uuid not null,
    queue_id        uuid,
    one_in          int not null check (one_in between 1 and 1000),
    delay_minutes   int not null check (delay_minutes between 0 and 43200),
    quarantine_days int not null check (quarantine_days between 0 and 730),
    unique nulls not distinct (brand_id, queue_id)
);

-- One decision per solved case, also for everyone who is not asked.
create table feedback.decision (
    id          uuid primary key,
    brand_id    uuid not null,
    partner_id  uuid,
    case_id     uuid not null,
    solved_at   timestamptz not null,
    customer_id uuid,
    queue_id    uuid,
    outcome     text not null check (outcome in ('OPT_OUT', 'NO_ADDRESS', 'EXCLUDED_REASON', 'CASE_OPEN', 'QUARANTINE',
                                                 'PENDING_INVITATION', 'QUOTA_FULL', 'NOT_DRAWN', 'SAMPLED')),
    probability double precision,
    draw        double precision,
    decided_at  timestamptz not null,
    unique (case_id, solved_at)
);
create index decision_brand on feedback.decision (brand_id, decided_at desc);

create table feedback.invitation (
    id              uuid primary key,
    decision_id     uuid not null unique references feedback.decision,
    brand_id        uuid not null,
    partner_id      uuid,
    customer_id     uuid not null,
    case_id         uuid not null,
    contact_id      uuid not null,
    conversation_id uuid not null,
    queue_id        uuid,
    user_id         uuid,
    team_id         uuid,
    channel         text not null,
    country         text,
    language        text not null,
    state           text not null check (state in ('waiting', 'sent', 'withdrawn', 'answered', 'expired', 'bounced')),
    withdrawn_because text,
    created_at      timestamptz not null,
    send_at         timestamptz not null,
    sent_at         timestamptz,
    message_id      uuid
);
create index invitation_customer on feedback.invitation (customer_id, created_at desc);

-- A click is no answer: link scanners click everything.
create table feedback.click (
    id            uuid primary key,
    invitation_id uuid not null references feedback.invitation,
    score         int check (score between 0 and 10),
    at            timestamptz not null,
    user_agent    text
);
create index click_invitation on feedback.click (invitation_id, at);

create table feedback.response (
    id              uuid primary key,
    invitation_id   uuid not null unique references feedback.invitation,
    brand_id        uuid not null,
    partner_id      uuid,
    customer_id     uuid not null,
    case_id         uuid not null,
    contact_id      uuid not null,
    conversation_id uuid not null,
    queue_id        uuid,
    user_id         uuid,
    team_id         uuid,
    channel         text not null,
    country         text,
    language        text not null,
    score           int not null check (score between 0 and 10),
    why             text,
    emotion         text check (emotion in ('angry', 'disappointed', 'content', 'happy')),
    answered_at     timestamptz not null,
    changed_at      timestamptz,
    day             date not null
);
create index response_brand_at on feedback.response (brand_id, answered_at desc, id desc);
create index response_user on feedback.response (user_id, answered_at desc, id desc);
create index response_customer on feedback.response (customer_id, answered_at desc);

-- Answers per day and corner, so that Listen never counts over history.
create table feedback.score_day (
    day        date not null,
    brand_id   uuid not null,
    partner_id uuid,
    channel    text not null,
    queue_id   uuid,
    team_id    uuid,
    country    text,
    score      int  not null,
    answers    int  not null,
    unique nulls not distinct (brand_id, day, channel, queue_id, team_id, country, partner_id, score)
);

create table feedback.follow_up (
    id          uuid primary key,
    response_id uuid not null unique references feedback.response,
    brand_id    uuid not null,
    partner_id  uuid,
    customer_id uuid not null,
    case_id     uuid not null,
    owner_id    uuid,
    due_at      timestamptz not null,
    state       text not null check (state in ('open', 'late', 'done')),
    outcome     text check (outcome in ('put_right', 'explained', 'not_reached', 'no_contact_wanted', 'nothing_to_do')),
    note        text,
    created_at  timestamptz not null,
    done_at     timestamptz,
    done_by     uuid,
    version     int not null default 0
);
create index follow_up_open on feedback.follow_up (due_at, id) where state <> 'done';
create index follow_up_owner on feedback.follow_up (owner_id, due_at);

-- Words worth showing in the hall.
create table feedback.compliment (
    response_id uuid primary key references feedback.response,
    brand_id    uuid not null,
    partner_id  uuid,
    user_id     uuid,
    team_id     uuid,
    words       text not null,
    score       int  not null,
    at          timestamptz not null,
    hidden_at   timestamptz,
    hidden_by   uuid
);
create index compliment_at on feedback.compliment (brand_id, at desc, response_id desc) where hidden_at is null;

-- Aggregated scores of persons stay off until purpose and minimum are recorded.
create table feedback.personal_scores (
    only_row    boolean primary key default true check (only_row),
    purpose     text not null,
    agreed_with text not null,
    agreed_on   date not null,
    minimum_n   int  not null check (minimum_n >= 10),
    recorded_by uuid not null,
    recorded_at timestamptz not null
);

create view feedback.shown_response as
select id, case_id, contact_id, conversation_id, customer_id, score, why, emotion, answered_at from feedback.response;
