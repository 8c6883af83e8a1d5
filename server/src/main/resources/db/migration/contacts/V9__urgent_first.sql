-- What cannot wait is found at once, also among thousands that can.
create index outbox_urgent on contacts.outbox (id) where state in ('pending', 'sending') and not can_wait;
