-- How much haste contacts about it begin with; as the reason above says when absent.
alter table organisation.reason add column starts_as text check (starts_as in ('low', 'normal', 'high', 'urgent'));
alter table organisation.reason_version add column starts_as text;
