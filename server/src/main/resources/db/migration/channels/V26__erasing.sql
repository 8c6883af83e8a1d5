-- Found by who sent it, and by its bytes, when somebody is erased.
create index envelope_from on channels.envelope ((proof ->> 'from'));
create index envelope_blob on channels.envelope (blob_hash);
create index captured_mail_blob on channels.captured_mail (blob_hash);
create index captured_mail_recipients on channels.captured_mail using gin (recipients);
create index placement_conversation on channels.placement (conversation_id);
create index visitor_customer on channels.visitor (customer_id);
