-- Lists that people put together: of one person, or of a team.
create table desk.saved_view (
    id           uuid primary key,
    name         text not null,
    -- one of both
    owner_id     uuid,
    team_id      uuid,
    -- what stands in it; the fields are those of SavedViews.Conditions
    conditions   jsonb not null,
    changed_at   timestamptz not null,
    changed_name text not null,
    -- taken away, and brought back when that was a mistake
    removed_at   timestamptz,
    version      int not null default 0,
    check ((owner_id is null) <> (team_id is null))
);
create index saved_view_own on desk.saved_view (owner_id) where owner_id is not null;
create index saved_view_team on desk.saved_view (team_id) where team_id is not null;
