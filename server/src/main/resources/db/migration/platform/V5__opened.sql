-- Who has whose personal data open, so that the audit log gets one line per person, subject and ten minutes.
create table platform.opened (
    user_id      uuid not null,
    subject_type text not null,
    subject_id   text not null,
    at           timestamptz not null,
    primary key (user_id, subject_type, subject_id)
);
create index opened_at on platform.opened (at);

-- Few of many, counted by whoever watches.
create index timer_set_aside on platform.timer (set_aside_at) where set_aside_at is not null;
