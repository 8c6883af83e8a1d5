-- What happened with one customer, by when: his solved cases, and what was promised in his conversations.
create index cases_solved_of on contacts.cases (customer_id, solved_at desc) where solved_at is not null;
create index promise_given_in on contacts.promise (conversation_id, made_at desc) where kind = 'agent';
-- Answers that were promised to the customer and came too late are few.
create index promise_broken_in on contacts.promise (contact_id) where kind <> 'agent' and told and state in ('late', 'kept_late', 'broken');

-- By which number people know a case.
create view contacts.shown_case as select id, number from contacts.cases;
