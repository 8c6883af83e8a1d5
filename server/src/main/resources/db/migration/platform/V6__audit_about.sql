-- The log is asked about one subject, whatever its kind, and about one customer, also where an entry stands under his
-- conversation because whoever opened it sees no customers.
drop index platform.audit_subject;
create index audit_subject on platform.audit (subject_id, at desc);
create index audit_customer on platform.audit ((detail ->> 'customer'), at desc) where detail ->> 'customer' is not null;
