-- The note or mail with which a department answered; its files stand beside the answer.
alter table contacts.consult add column answer_message uuid;
