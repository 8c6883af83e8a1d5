-- Conversations of which something is in hand or a case is not solved, also where a part went to another case.
create view contacts.shown_open_conversation as
select contact.conversation_id
from contacts.contact join contacts.cases on cases.id = contact.case_id
where contact.state <> 'ended' or cases.state not in ('solved', 'merged');

-- What the rules of retention look for every night.
create index cases_solved on contacts.cases (brand_id, solved_at) where state = 'solved';
