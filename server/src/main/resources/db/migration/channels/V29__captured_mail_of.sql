-- What is kept of a mail goes with what was said. Of mail from before it is not known, and goes by its age only.
alter table channels.captured_mail add column conversation_id uuid;
create index captured_mail_conversation on channels.captured_mail (conversation_id);
