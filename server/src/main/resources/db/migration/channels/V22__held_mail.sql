-- Held mail is few among a million envelopes, and is read newest first.
create index envelope_held on channels.envelope (seq desc) where state = 'refused' and outcome = 'blocked-sender';
