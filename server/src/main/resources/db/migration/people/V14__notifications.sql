-- How each person wants to hear of news. Who chose nothing has no row: what holds then stands in NewsKind and NotificationSettings.
create table people.notification_settings (
    user_id       uuid primary key references people.users on delete cascade,
    shows_subject boolean  not null,
    volume        smallint not null check (volume between 0 and 100)
);

create table people.notification_ways (
    user_id   uuid    not null references people.users on delete cascade,
    kind      text    not null,
    on_screen boolean not null,
    browser   boolean not null,
    sound     boolean not null,
    primary key (user_id, kind)
);

-- No sound and no browser notification; until that moment, or, where it is empty, until the person ends it.
create table people.do_not_disturb (
    user_id uuid primary key references people.users on delete cascade,
    since   timestamptz not null,
    until   timestamptz check (until > since)
);
