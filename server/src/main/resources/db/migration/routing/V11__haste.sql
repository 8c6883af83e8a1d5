-- How much haste a waiting contact has, and which of its promises is due first.
alter table routing.waiting
    add column priority  text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
    add column due_at    timestamptz,
    -- as if it had come in then: with its priority turned into waiting time, so that the order in a queue needs no sum
    add column ranked_at timestamptz;
update routing.waiting set
    priority = latest.priority, due_at = latest.due_at,
    ranked_at = entered_at - case latest.priority when 'low' then -2 when 'high' then 2 when 'urgent' then 10 else 0 end
        * queue.ageing_minutes * interval '1 minute'
from routing.queue, contacts.shown_latest_contact latest
where queue.id = waiting.queue_id and latest.conversation_id = waiting.conversation_id;
update routing.waiting set ranked_at = entered_at where ranked_at is null;
alter table routing.waiting alter column ranked_at set not null;
drop index routing.waiting_next;
create index waiting_next on routing.waiting (queue_id, medium, ranked_at) where offered_to is null;
create index waiting_due on routing.waiting (queue_id, medium, due_at) where offered_to is null and due_at is not null;
