-- Nobody chooses from what waits in it; everyone takes what comes next. Whoever assigns work may.
alter table routing.queue add column in_turn boolean not null default false;
