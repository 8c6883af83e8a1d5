-- Who logged someone off and why, for him to read; gone once he chose a state again.
alter table routing.presence add column logged_off_by uuid, add column logged_off_why text;
