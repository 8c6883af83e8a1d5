-- An invitation may wait for days without holding up an answer; a failed message is tried again later and does hold up
-- what follows it. So the moment from which a message may leave and the next try are two things.
alter table contacts.outbox add column next_try_at timestamptz not null;
drop index contacts.outbox_open;
create index outbox_open on contacts.outbox (next_try_at, id) where state in ('pending', 'sending');

-- What only messages from the system have: a subject of their own and a way to unsubscribe.
alter table contacts.message add column subject text;
alter table contacts.message add column unsubscribe_url text;
