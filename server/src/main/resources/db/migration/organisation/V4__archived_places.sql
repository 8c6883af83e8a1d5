-- Not offered any more; what was registered stays.
alter table organisation.site add column archived_at timestamptz;
alter table organisation.partner add column archived_at timestamptz;
