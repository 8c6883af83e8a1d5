-- Whom somebody chose for one answer, besides those who get every answer of its conversation: it belongs to what he is writing, and to
-- what leaves later.
alter table contacts.draft
    add column customer_only boolean not null default false,
    add column to_addresses  text[] not null default '{}',
    add column cc_addresses  text[] not null default '{}',
    add column bcc_addresses text[] not null default '{}';
alter table contacts.planned_answer
    add column customer_only boolean not null default false,
    add column to_addresses  text[] not null default '{}',
    add column cc_addresses  text[] not null default '{}',
    add column bcc_addresses text[] not null default '{}';
create index planned_answer_addressed on contacts.planned_answer (brand_id)
    where cardinality(to_addresses) + cardinality(cc_addresses) + cardinality(bcc_addresses) > 0;

-- Who is not named in what the others get.
alter table contacts.outbox add column bcc_addresses text[];

-- What a mail of a person went to; absent on all else, and on mails from before this was kept.
alter table contacts.message
    add column to_addresses  text[],
    add column cc_addresses  text[],
    add column bcc_addresses text[];

-- bcc: got an answer that others did not see him get. What he writes back belongs to the conversation; answers he gets when a person says so.
alter table contacts.participant drop constraint participant_role_check;
alter table contacts.participant add constraint participant_role_check check (role in ('customer', 'cc', 'bcc', 'reseller', 'aside', 'left-out'));
