create index contact_conversation on contacts.contact (conversation_id, opened_at desc);

-- A conversation with its newest contact and the last thing that was said in it.
create view contacts.shown_latest_contact as
select conversation.id as conversation_id, contact.id as contact_id, cases.id as case_id, cases.number as case_number,
       cases.state as case_state, conversation.brand_id, contact.partner_id, conversation.customer_id, conversation.channel,
       contact.medium, conversation.subject, contact.state, contact.queue_id,
       coalesce(contact.assigned_to, contact.ended_by) as handled_by, contact.opened_at,
       conversation.last_message_at, contact.waiting_since, contact.ended_at, conversation.last_seq,
       coalesce(said.text, '') as last_text, coalesce(said.direction, 'in') as last_direction
from contacts.conversation
         join contacts.cases on cases.id = conversation.case_id
         join lateral (select * from contacts.contact where contact.conversation_id = conversation.id
                       order by contact.opened_at desc limit 1) contact on true
         left join lateral (select left(message.text, 160) as text, message.direction from contacts.message
                            where message.conversation_id = conversation.id and message.direction in ('in', 'out')
                              and message.purpose = 'conversation'
                            order by message.seq desc limit 1) said on true;
