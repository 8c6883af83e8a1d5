-- A peak: people with other jobs help along in a simple queue, each with somebody of the queue as coach.
create table routing.all_hands (
    id        uuid primary key,
    queue_id  uuid not null references routing.queue,
    words     text not null,
    called_by uuid not null,
    called_at timestamptz not null,
    until     timestamptz not null,
    ended_at  timestamptz
);
create unique index all_hands_on on routing.all_hands (queue_id) where ended_at is null;
create table routing.helping_hand (
    all_hands_id uuid not null references routing.all_hands,
    user_id      uuid not null,
    coach_id     uuid,
    joined_at    timestamptz not null,
    left_at      timestamptz,
    primary key (all_hands_id, user_id)
);
create unique index helping_hand_on on routing.helping_hand (user_id) where left_at is null;
create index helping_hand_coach on routing.helping_hand (coach_id) where left_at is null;

-- Said to people on the floor; it stands on their screen until they have read it.
create table routing.notice (
    id              uuid primary key,
    by_id           uuid not null,
    to_kind         text not null check (to_kind in ('team', 'queue', 'person', 'coach')),
    to_name         text not null,
    words           text not null,
    conversation_id uuid,
    sent_at         timestamptz not null
);
create index notice_by on routing.notice (by_id, sent_at desc);
create table routing.notice_to (
    notice_id uuid not null references routing.notice on delete cascade,
    user_id   uuid not null,
    read_at   timestamptz,
    primary key (notice_id, user_id)
);
create index notice_unread on routing.notice_to (user_id) where read_at is null;
