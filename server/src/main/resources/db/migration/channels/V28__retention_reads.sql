-- What the rules of retention look for every night.
create index envelope_settled on channels.envelope (settled_at) where blob_hash <> '';
