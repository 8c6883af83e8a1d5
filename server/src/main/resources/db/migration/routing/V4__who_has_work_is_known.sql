-- Whoever has something in hand is on the floor, also when he never chose a state.
insert into routing.presence (user_id, state, since, last_seen_at, idle_since)
select user_id, 'offline', min(since), min(since), min(since) from routing.load group by user_id
on conflict do nothing;

-- Whether he may still have it is asked on every round, so the brand stands beside it.
alter table routing.load add column brand_id uuid;
update routing.load set brand_id = latest.brand_id
from contacts.shown_latest_contact latest where latest.conversation_id = load.conversation_id;
delete from routing.load where brand_id is null;
alter table routing.load alter column brand_id set not null;
