-- What a list shows of a conversation, one row each, kept in the transaction of whoever changes it. While the contact is
-- open the row stands in the lists people work from; afterwards it is found under closed and by search.
create table desk.conversation_row (
    conversation_id uuid primary key,
    contact_id      uuid not null,
    case_id         uuid not null,
    case_number     bigint not null,
    case_state      text not null check (case_state in ('open', 'waiting_for_customer', 'solved')),
    brand_id        uuid not null,
    partner_id      uuid,
    customer_id     uuid,
    customer_name   text,
    channel         text not null,
    medium          text not null,
    subject         text not null,
    preview         text not null default '',
    preview_from    text not null default 'in',
    state           text not null check (state in ('waiting', 'assigned', 'closed')),
    queue_id        uuid,
    queue_name      text,
    assigned_to     uuid,
    assigned_name   text,
    opened_at       timestamptz not null,
    last_at         timestamptz not null,
    -- since when the customer waits for us; empty when it is his turn
    waiting_since   timestamptz,
    due_at          timestamptz,
    late            boolean not null default false,
    undelivered     boolean not null default false,
    last_in_seq     int not null default 0,
    read_seq        int not null default 0,
    closed_at       timestamptz,
    -- 0: someone waits for us; 1: the customer's turn
    rank            smallint not null generated always as
        (case when state = 'waiting' or waiting_since is not null or due_at is not null then 0 else 1 end) stored,
    sort_at         timestamptz not null generated always as (coalesce(due_at, waiting_since, last_at)) stored,
    words           tsvector not null generated always as
        (to_tsvector('simple', coalesce(customer_name, '') || ' ' || subject)) stored
);
create index conversation_row_open on desk.conversation_row (rank, sort_at, conversation_id) where state <> 'closed';
create index conversation_row_queue on desk.conversation_row (queue_id, rank, sort_at, conversation_id) where state <> 'closed';
create index conversation_row_mine on desk.conversation_row (assigned_to, rank, sort_at, conversation_id) where state = 'assigned';
create index conversation_row_closed on desk.conversation_row (closed_at desc, conversation_id desc) where state = 'closed';
create index conversation_row_partner on desk.conversation_row (partner_id, closed_at desc) where state = 'closed' and partner_id is not null;
create index conversation_row_newest on desk.conversation_row (last_at desc, conversation_id desc);
create index conversation_row_case on desk.conversation_row (case_number);
create index conversation_row_contact on desk.conversation_row (contact_id);
create index conversation_row_customer on desk.conversation_row (customer_id, last_at desc);
create index conversation_row_words on desk.conversation_row using gin (words);

-- Counters as a sum of steps: writers only add a row, so two of them never wait for each other; a timer folds the steps.
create table desk.tally (
    id   bigint generated always as identity primary key,
    kind text not null,
    ref  uuid not null,
    step int  not null
);
create index tally_of on desk.tally (kind, ref) include (step);

create function desk.tally_steps(was desk.conversation_row, is_now desk.conversation_row) returns void language sql as $$
    insert into desk.tally (kind, ref, step)
    select kind, ref, sum(step) from (
        select 'open' kind, was.brand_id ref, -1 step where was.state <> 'closed'
        union all select 'partner', was.partner_id, -1 where was.state <> 'closed'
        union all select 'queue', was.queue_id, -1 where was.state = 'waiting'
        union all select 'waiting', was.brand_id, -1 where was.state = 'waiting'
        union all select 'user', was.assigned_to, -1 where was.state = 'assigned'
        union all select 'open', is_now.brand_id, 1 where is_now.state <> 'closed'
        union all select 'partner', is_now.partner_id, 1 where is_now.state <> 'closed'
        union all select 'queue', is_now.queue_id, 1 where is_now.state = 'waiting'
        union all select 'waiting', is_now.brand_id, 1 where is_now.state = 'waiting'
        union all select 'user', is_now.assigned_to, 1 where is_now.state = 'assigned'
    ) steps
    where ref is not null
    group by kind, ref
    having sum(step) <> 0
$$;

create function desk.keep_tally() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform desk.tally_steps(null, new);
    elsif tg_op = 'DELETE' then
        perform desk.tally_steps(old, null);
    else
        perform desk.tally_steps(old, new);
    end if;
    return null;
end
$$;
create trigger conversation_row_born after insert or delete on desk.conversation_row
    for each row execute function desk.keep_tally();
create trigger conversation_row_moved after update on desk.conversation_row
    for each row when (old.state is distinct from new.state or old.queue_id is distinct from new.queue_id
        or old.assigned_to is distinct from new.assigned_to or old.partner_id is distinct from new.partner_id
        or old.brand_id is distinct from new.brand_id)
    execute function desk.keep_tally();

-- Who has a conversation on screen right now. Nothing is lost when this is empty after a crash.
create unlogged table desk.watcher (
    conversation_id uuid not null,
    user_id         uuid not null,
    user_name       text not null,
    typing          boolean not null default false,
    seen_at         timestamptz not null,
    primary key (conversation_id, user_id)
);
create index watcher_seen on desk.watcher (seen_at);
