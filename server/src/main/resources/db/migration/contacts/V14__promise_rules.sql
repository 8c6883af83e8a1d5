-- What is promised by rule. What is absent holds for everything; the most specific rule wins as a whole. A rule is never deleted:
-- the promises that it made stay countable.
create table contacts.promise_rule (
    id               uuid primary key,
    brand_id         uuid not null,
    channel          text,
    queue_id         uuid,
    priority         text check (priority in ('low', 'normal', 'high', 'urgent')),
    -- in time of the calendar; absent: not promised, or an answer as the channel's hours say
    first_seconds    int check (first_seconds between 1 and 31536000),
    next_seconds     int check (next_seconds between 1 and 31536000),
    solution_seconds int check (solution_seconds between 1 and 31536000),
    warn_seconds     int check (warn_seconds between 1 and 31536000),
    warn_percent     int check (warn_percent between 1 and 99),
    -- absent: that of the channel
    calendar_id      uuid,
    created_at       timestamptz not null,
    archived_at      timestamptz,
    check (warn_seconds is null or warn_percent is null)
);
create unique index promise_rule_one on contacts.promise_rule (brand_id, channel, queue_id, priority) nulls not distinct
    where archived_at is null;

alter table contacts.contact add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent'));

alter table contacts.promise
    add column rule_id        uuid references contacts.promise_rule,
    -- which answer: the first in the case, or a next one
    add column step           text check (step in ('first', 'next')),
    -- the whole time that was promised; the calendar it is counted in, absent when that of the channel
    add column within_seconds int,
    add column calendar_id    uuid,
    -- the clock: from when it runs, and how much of the time was left then. It stands still while paused
    add column runs_from      timestamptz,
    add column runs_seconds   int,
    add column paused_at      timestamptz,
    add column warn_at        timestamptz,
    add column warned_at      timestamptz,
    -- what the customer was told: no later than this, whatever changes
    add column told_due_at    timestamptz;
update contacts.promise set told_due_at = due_at where told and kind = 'answer';
alter table contacts.promise drop constraint promise_kind_check;
alter table contacts.promise add constraint promise_kind_check check (kind in ('answer', 'agent', 'solution'));
alter table contacts.promise drop constraint promise_given;
alter table contacts.promise add constraint promise_given check (kind <> 'agent' or (conversation_id is not null and act is not null
    and words is not null and owner_id is not null and made_by is not null and remind_at is not null));
create unique index promise_solution on contacts.promise (case_id) where kind = 'solution' and state in ('open', 'late');
create index promise_running on contacts.promise (brand_id, id) where kind in ('answer', 'solution') and state = 'open';
create index promise_of_rule on contacts.promise (rule_id, due_at, id) include (state) where rule_id is not null;

-- Why a promise by rule is due at another moment than it was.
create table contacts.promise_move (
    id         uuid primary key,
    promise_id uuid not null references contacts.promise,
    at         timestamptz not null,
    old_due_at timestamptz not null,
    new_due_at timestamptz not null,
    cause      text not null check (cause in ('calendar', 'hours', 'rule', 'queue', 'priority', 'customer')),
    -- what changed, by its name; absent when that says nothing
    subject    text,
    by_user    uuid,
    by_name    text
);
create index promise_move_promise on contacts.promise_move (promise_id, at);

-- An open conversation is due when the first of its promises is; a promise that stands still is not due. A closed one comes back in
-- time for what a person promised.
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
       case when contact.state = 'ended' then least(contact.comes_back_at, given.returns_at) else contact.comes_back_at end as comes_back_at,
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
                              and open.state in ('open', 'late')) given on true;
