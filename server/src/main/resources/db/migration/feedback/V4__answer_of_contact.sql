-- The desk asks what a customer said after each of his earlier contacts.
create index response_contact on feedback.response (contact_id);
