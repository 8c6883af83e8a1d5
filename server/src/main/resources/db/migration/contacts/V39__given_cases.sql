-- A case that was given to a department: its people answer the customer themselves.
alter table contacts.consult add column answers_customer boolean not null default false;
alter table contacts.consult add column answered_customer boolean not null default false;
alter table contacts.consult add constraint consult_given check (shares_conversation or not answers_customer);
alter table contacts.consult add constraint consult_answered_customer check (not answered_customer or (answers_customer and state = 'answered'));
