-- Every conversation that is opened asks for the promises of its case.
create index promise_case on contacts.promise (case_id);
