-- A closed conversation comes back in time for what a person promised, and for what is promised by rule: nobody is told a later moment than
-- the one at which it does.
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
       case when contact.state <> 'ended' then least(promise.due_at, given.due_at, solution.due_at) end as due_at,
       contact.state <> 'ended' and (coalesce(promise.state = 'late', false) or coalesce(given.late, false)
           or coalesce(solution.state = 'late', false)) as late,
       -- whether our last answer did not arrive
       coalesce(answered.delivery in ('failed', 'bounced'), false) as undelivered,
       case when contact.state = 'ended' then least(contact.comes_back_at, given.returns_at, by_rule.returns_at) else contact.comes_back_at end as comes_back_at,
       contact.priority,
       -- from when the first of its promises is nearly due; absent when nothing says so
       case when contact.state <> 'ended' then case least(promise.due_at, given.due_at, solution.due_at)
           when given.due_at then null when promise.due_at then promise.warn_at when solution.due_at then solution.warn_at end end as soon_at
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
                                   and promise.state in ('open', 'late') and contact.state <> 'ended'
         left join contacts.promise solution on solution.case_id = conversation.case_id and solution.kind = 'solution'
                                   and solution.state in ('open', 'late') and solution.paused_at is null
         left join lateral (select min(open.due_at) as due_at,
                                   min(case when open.state = 'late' then null when open.reminded_at is null then open.remind_at else open.due_at end)
                                       as returns_at,
                                   bool_or(open.state = 'late') as late
                            from contacts.promise open where open.conversation_id = conversation.id and open.kind = 'agent'
                              and open.state in ('open', 'late')) given on true
         -- as it presses: when it is nearly due, or else when it is; an answer also while the case waits for its customer
         left join lateral (select min(case when open.warned_at is null then coalesce(open.warn_at, open.due_at) else open.due_at end) as returns_at
                            from contacts.promise open join contacts.contact of on of.id = open.contact_id
                            where of.conversation_id = conversation.id and open.kind in ('answer', 'solution') and open.state = 'open'
                              and open.paused_at is null and contact.state = 'ended'
                              and cases.state in ('open', 'waiting_for_department', case when open.kind = 'answer' then 'waiting_for_customer' end)) by_rule on true;
