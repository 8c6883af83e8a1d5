-- What a person promised to a customer, beside the promise to answer that follows from the rules.
alter table contacts.promise
    add column conversation_id uuid references contacts.conversation,
    add column act             text check (act in ('call_back', 'write_back', 'refund', 'send', 'other')),
    -- as the customer was told
    add column words           text,
    -- from when, where a span was promised; due_at is its end
    add column from_at         timestamptz,
    add column owner_id        uuid,
    add column made_by         uuid,
    -- made by the screen, so that sending twice is one promise
    add column client_key      text,
    add column remind_at       timestamptz,
    -- once its owner was reminded; what is due next is then its end
    add column reminded_at     timestamptz,
    -- of a given one that was late: never kept in time any more, also not after the customer agreed to another moment
    add column late_at         timestamptz,
    add column moved           int not null default 0,
    add column settled_by      uuid,
    -- why it was not kept, or how it was
    add column why             text;
alter table contacts.promise drop constraint promise_state_check;
alter table contacts.promise add constraint promise_state_check
    check (state in ('open', 'late', 'kept', 'kept_late', 'broken', 'withdrawn'));
alter table contacts.promise add constraint promise_given check (kind = 'answer' or (conversation_id is not null and act is not null
    and words is not null and owner_id is not null and made_by is not null and remind_at is not null));

create unique index promise_client_key on contacts.promise (conversation_id, client_key) where client_key is not null;
create index promise_given_conversation on contacts.promise (conversation_id) where kind = 'agent' and state in ('open', 'late');
create index promise_given_owner on contacts.promise (owner_id, due_at, id) where kind = 'agent' and state in ('open', 'late');
create index promise_given_open on contacts.promise (brand_id, due_at, id) where kind = 'agent' and state in ('open', 'late');
create index promise_given_done on contacts.promise (brand_id, settled_at desc, id desc) where kind = 'agent' and state not in ('open', 'late');
-- The share kept is counted over the days of a period. Whoever was late stays in the days in which he was.
create index promise_due on contacts.promise (brand_id, coalesce(late_at, due_at)) include (kind, state, told, contact_id);

-- An open conversation is due when the first of its promises is; a closed one comes back in time for what a person promised.
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
       case when contact.state <> 'ended' then least(promise.due_at, given.due_at) end as due_at,
       contact.state <> 'ended' and (coalesce(promise.state = 'late', false) or coalesce(given.late, false)) as late,
       -- whether our last answer did not arrive
       coalesce(answered.delivery in ('failed', 'bounced'), false) as undelivered,
       case when contact.state = 'ended' then least(contact.comes_back_at, given.returns_at) else contact.comes_back_at end as comes_back_at
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
         left join lateral (select min(open.due_at) as due_at, 
                                   min(case when open.state = 'late' then null when open.reminded_at is null then open.remind_at else open.due_at end)
                                       as returns_at,
                                   bool_or(open.state = 'late') as late
                            from contacts.promise open where open.conversation_id = conversation.id and open.kind = 'agent'
                              and open.state in ('open', 'late')) given on true;
