-- A department does by mail what it does on its page: who wrote need not be somebody who works here.
alter table contacts.consult_step alter column by_user drop not null;
alter table contacts.consult_step add column by_name text;
-- what began as one of the words that count, and could not be read or done
alter table contacts.consult_step drop constraint consult_step_kind_check;
alter table contacts.consult_step add constraint consult_step_kind_check check (kind in
    ('sooner', 'later', 'sooner_accepted', 'sooner_declined', 'more_time', 'granted', 'held', 'asked_back', 'told', 'passed', 'unread'));
-- Whether the conversation goes along in mail; who was given the case may read it here all the same.
alter table contacts.consult add column mails_conversation boolean not null default false;
update contacts.consult set mails_conversation = shares_conversation;
