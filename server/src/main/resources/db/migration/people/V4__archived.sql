-- Not offered any more; whoever has it keeps it, and what was registered stays.
alter table people.team add column archived_at timestamptz;
alter table people.skill add column archived_at timestamptz;
