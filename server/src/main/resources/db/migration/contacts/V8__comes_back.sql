-- When the case of an ended contact comes back as work; emptied by whatever brings it back, a timer or the customer.
alter table contacts.contact add column comes_back_at timestamptz;
create index contact_comes_back on contacts.contact (conversation_id) where comes_back_at is not null;

-- All that a list shows of a conversation, so that a read model can be made anew from it at any time.
create or replace view contacts.shown_latest_contact as
select conversation.id as conversation_id, contact.id as contact_id, cases.id as case_id, cases.number as case_number,
       cases.state as case_state, conversation.brand_id, contact.partner_id, conversation.customer_id, conversation.channel,
       contact.medium, conversation.subject, contact.state, contact.queue_id,
       coalesce(contact.assigned_to, contact.ended_by) as handled_by, contact.opened_at,
       conversation.last_message_at, contact.waiting_since, contact.ended_at, conversation.last_seq,
       coalesce(said.text, '') as last_text, coalesce(said.direction, 'in') as last_direction,
       -- when the customer or a person last said something; what the system sends by itself does not count
       coalesce(said.at, contact.opened_at) as last_said_at,
       coalesce(heard.seq, 0) as last_in_seq, conversation.agent_read_seq,
       promise.due_at, coalesce(promise.state = 'late', false) as late,
       -- whether our last answer did not arrive
       coalesce(answered.delivery in ('failed', 'bounced'), false) as undelivered,
       contact.comes_back_at
from contacts.conversation
         join contacts.cases on cases.id = conversation.case_id
         join lateral (select * from contacts.contact where contact.conversation_id = conversation.id
                       order by contact.opened_at desc limit 1) contact on true
         left join lateral (select left(message.text, 400) as text, message.direction, message.at from contacts.message
                            where message.conversation_id = conversation.id and message.direction in ('in', 'out')
                              and message.purpose = 'conversation'
                            order by message.seq desc limit 1) said on true
         left join lateral (select message.seq from contacts.message
                            where message.conversation_id = conversation.id and message.direction = 'in'
                            order by message.seq desc limit 1) heard on true
         left join lateral (select message.delivery from contacts.message
                            where message.conversation_id = conversation.id and message.direction = 'out'
                              and message.purpose = 'conversation'
                            order by message.seq desc limit 1) answered on true
         left join contacts.promise on promise.contact_id = contact.id and promise.kind = 'answer'
                                   and promise.state in ('open', 'late') and contact.state <> 'ended';
