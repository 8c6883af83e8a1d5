-- How much haste an agent or a rule gave it, and from when its first promise is nearly due.
alter table desk.conversation_row add column priority text not null default 'normal';
alter table desk.conversation_row add column soon_at timestamptz;
-- 0: urgent, and someone waits for us; 1: someone waits for us; 2: the customer's turn
alter table desk.conversation_row alter column rank set expression as
    (case when not (state = 'waiting' or waiting_since is not null or due_at is not null) then 2 when priority = 'urgent' then 0 else 1 end);
