create table people.users (
    id                   uuid primary key,
    email                text not null,
    name                 text not null,
    locale               text not null default 'nl' check (locale in ('nl', 'en')),
    site_id              uuid,
    partner_id           uuid,
    password_hash        text,
    must_change_password boolean not null default false,
    shortcuts            boolean not null default true,
    state                text not null default 'active' check (state in ('active', 'disabled')),
    created_at           timestamptz not null
);
create unique index users_email on people.users (lower(email));
create index users_partner on people.users (partner_id);

create table people.team (
    id         uuid primary key,
    name       text not null unique,
    site_id    uuid,
    partner_id uuid
);
create table people.team_member (
    team_id uuid not null references people.team on delete cascade,
    user_id uuid not null references people.users on delete cascade,
    leads   boolean not null default false,
    primary key (team_id, user_id)
);
create index team_member_user on people.team_member (user_id);

-- A role holds for one brand, or for all (null).
create table people.user_role (
    user_id  uuid not null references people.users on delete cascade,
    role     text not null,
    brand_id uuid,
    unique nulls not distinct (user_id, role, brand_id)
);
create table people.role_permission (
    role       text not null,
    permission text not null,
    primary key (role, permission)
);

create table people.skill (
    id   uuid primary key,
    name text not null unique
);
create table people.user_skill (
    user_id  uuid not null references people.users on delete cascade,
    skill_id uuid not null references people.skill on delete cascade,
    level    int  not null check (level between 1 and 5),
    primary key (user_id, skill_id)
);
create index user_skill_skill on people.user_skill (skill_id, level);

create table people.session (
    token_hash   text primary key,
    user_id      uuid not null references people.users on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    user_agent   text
);
create index session_user_id on people.session (user_id);

create table people.api_token (
    id           uuid primary key,
    user_id      uuid not null references people.users on delete cascade,
    name         text not null,
    token_hash   text not null unique,
    hint         text not null,
    scopes       text[] not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- Failed log-ins per address and per source, for throttling.
create table people.login_throttle (
    key           text primary key,
    failures      int         not null,
    blocked_until timestamptz,
    last_at       timestamptz not null
);

create view people.shown_user as select id, name, site_id, partner_id, state from people.users;
create view people.shown_team_member as select team_id, user_id, leads from people.team_member;
create view people.shown_team as select id, name, site_id, partner_id from people.team;
create view people.shown_user_skill as select user_id, skill_id, level from people.user_skill;
