-- Held as well: what the mail server before us takes for spam.
drop index channels.envelope_held;
create index envelope_held on channels.envelope (seq desc) where state = 'refused' and outcome in ('blocked-sender', 'suspected-spam');

-- Whose mail a person let in is not suspected again.
create index envelope_let_in on channels.envelope ((proof ->> 'from')) where facts ->> 'was' = 'suspected-spam';

-- Few of many, counted by whoever watches.
create index envelope_set_aside on channels.envelope (seq) where state = 'waiting' and set_aside;
