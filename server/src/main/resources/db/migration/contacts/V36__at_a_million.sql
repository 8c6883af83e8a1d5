-- Whom a partner helped, and which conversations it takes part in, without reading the contacts of all others.
create index contact_partner on contacts.contact (partner_id, customer_id, conversation_id) where partner_id is not null;
-- What was joined to a case, for taking back and erasing.
create index cases_merged_into on contacts.cases (merged_into) where merged_into is not null;
