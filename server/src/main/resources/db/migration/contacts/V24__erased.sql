-- When what was said in it was erased. Nothing is added to it afterwards; whoever writes again begins anew.
alter table contacts.conversation add column erased_at timestamptz;
create index participant_address on contacts.participant (address);
create index attachment_blob on contacts.attachment (blob_hash);
create index upload_blob on contacts.upload (blob_hash);
