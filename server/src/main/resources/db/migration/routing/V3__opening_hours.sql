-- Offers follow the opening hours of the channel, so it must be known here. What waited before is offered at all hours.
alter table routing.waiting add column channel text not null default '';
-- People answer this queue at all hours, whatever its customers were promised.
alter table routing.queue add column at_all_hours boolean not null default false;
