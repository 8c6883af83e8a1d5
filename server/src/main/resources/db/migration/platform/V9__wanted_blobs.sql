-- When the same bytes were last stored again: whoever did so may not have said yet what for.
alter table platform.blob add column wanted_at timestamptz;
