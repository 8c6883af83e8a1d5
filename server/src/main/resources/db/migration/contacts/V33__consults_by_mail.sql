-- A question that went to its department by mail, and from whom the answer came.
alter table contacts.consult add column asked_message uuid;
alter table contacts.consult add column answered_from text;
create unique index consult_asked_message on contacts.consult (asked_message) where asked_message is not null;

-- What leaves to colleagues instead of to the customer: it has other words than the line in the thread, and neither waits for what goes to
-- the customer nor keeps that waiting.
alter table contacts.outbox add column consult_id uuid references contacts.consult;
alter table contacts.outbox add column subject text;
alter table contacts.outbox add column words text;
alter table contacts.outbox add constraint outbox_consult check ((consult_id is null) = (words is null) and (consult_id is null) = (subject is null));
