-- Mail of which the conversation is not known yet: it is looked up once, some at a time, after the first start.
create index captured_mail_before on channels.captured_mail (id) where conversation_id is null;
