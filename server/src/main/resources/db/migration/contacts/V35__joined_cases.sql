-- Whether a case became for somebody by a join, so that taking the join back takes that back too.
alter table contacts.case_change add column took_for boolean not null default false;

-- What stands in a field because another case was joined to this one came from these conversations, and goes when one of them is erased:
-- also when they are no part of the case any more.
create table contacts.case_field_from (
    case_id         uuid not null references contacts.cases,
    field_id        uuid not null,
    conversation_id uuid not null references contacts.conversation,
    primary key (case_id, field_id, conversation_id)
);
create index case_field_from_conversation on contacts.case_field_from (conversation_id);

insert into contacts.case_field_from (case_id, field_id, conversation_id)
select distinct change.to_case, field.id, contact.conversation_id
from contacts.case_change change
cross join lateral unnest(change.filled) as field (id)
join contacts.case_change_contact moved on moved.change_id = change.id
join contacts.contact contact on contact.id = moved.contact_id
join contacts.cases filled on filled.id = change.to_case
where change.undone_at is null and jsonb_exists(filled.field_values, field.id::text);
