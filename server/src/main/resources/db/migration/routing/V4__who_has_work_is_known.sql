-- Whoever has something in hand is on the floor, also when he never chose a state.
insert into routing.presence (user_id, state, since, last_seen_at, idle_since)
select user_id, 'offline', min(since), min(since), min(since) from routing.load group by user_id
on conflict do nothing;
