-- The last day on which it counts; empty for always.
alter table people.user_skill add column valid_until date;
create or replace view people.shown_user_skill as select user_id, skill_id, level, valid_until from people.user_skill;
