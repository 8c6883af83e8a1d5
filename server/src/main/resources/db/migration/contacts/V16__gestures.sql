-- What a brand may give to put something right or just because, who may give how much, and what was given.
create table contacts.gesture_terms (
    brand_id uuid primary key,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    version  int  not null default 0
);
-- The highest amount of one gesture; a role without a row has no mandate and asks each time.
create table contacts.gesture_mandate (
    brand_id     uuid   not null,
    role         text   not null,
    amount_minor bigint not null check (amount_minor >= 0),
    primary key (brand_id, role)
);
-- For one month of the brand's calendar. Overdrawn is shown and never in the way.
create table contacts.gesture_budget (
    brand_id     uuid   not null,
    team_id      uuid   not null,
    amount_minor bigint not null check (amount_minor >= 0),
    primary key (brand_id, team_id)
);
create table contacts.gesture_choice (
    id           uuid primary key,
    brand_id     uuid    not null,
    kind         text    not null check (kind in ('voucher', 'refund', 'flowers', 'gift', 'other')),
    name_nl      text    not null,
    name_en      text    not null,
    -- what it costs, or the most it may cost where the amount is free
    amount_minor bigint  not null check (amount_minor >= 0),
    free         boolean not null,
    -- what the customer is told; {amount} is filled in
    told_nl      text    not null,
    told_en      text    not null,
    archived_at  timestamptz
);
create index gesture_choice_brand on contacts.gesture_choice (brand_id, name_nl, id);

create table contacts.gesture (
    id              uuid primary key,
    brand_id        uuid    not null,
    partner_id      uuid,
    conversation_id uuid    not null references contacts.conversation,
    contact_id      uuid    not null references contacts.contact,
    case_id         uuid    not null references contacts.cases,
    customer_id     uuid,
    choice_id       uuid    not null references contacts.gesture_choice,
    -- as it was called then
    kind            text    not null,
    name_nl         text    not null,
    name_en         text    not null,
    amount_minor    bigint  not null check (amount_minor >= 0),
    currency        text    not null,
    words           text    not null,
    why             text    not null,
    -- the customer had heard of it already: honoured, also above the mandate
    promised        boolean not null,
    mandate_minor   bigint  not null,
    above_mandate   boolean not null,
    over_budget     boolean not null default false,
    state           text    not null check (state in ('asked', 'given', 'turned_down', 'withdrawn', 'cancelled')),
    giver_id        uuid    not null,
    team_id         uuid,
    client_key      text    not null,
    asked_at        timestamptz not null,
    given_at        timestamptz,
    decided_at      timestamptz,
    decided_by      uuid,
    word            text,
    ended_at        timestamptz,
    ended_by        uuid,
    ended_why       text,
    talked_at       timestamptz,
    talked_by       uuid,
    talk_note       text,
    -- the first order of this customer after it was given
    next_order_number   text,
    next_order_at       timestamptz,
    next_order_minor    bigint,
    next_order_currency text,
    unique (conversation_id, client_key),
    check (state <> 'given' or given_at is not null)
);
create index gesture_listed on contacts.gesture (brand_id, asked_at desc, id desc);
create index gesture_giver on contacts.gesture (giver_id, asked_at desc, id desc);
create index gesture_waiting on contacts.gesture (brand_id, asked_at) where state = 'asked';
create index gesture_to_talk on contacts.gesture (brand_id, asked_at) where state = 'given' and above_mandate and promised and talked_at is null;
create index gesture_customer on contacts.gesture (customer_id, asked_at desc);
create index gesture_month on contacts.gesture (brand_id, team_id, given_at) include (amount_minor, currency) where state = 'given';

-- For later analysis: what was given, what it cost, and which department made it necessary (the cause of its contact).
create view contacts.shown_gesture as
select gesture.id, gesture.brand_id, gesture.partner_id, gesture.customer_id, gesture.contact_id, gesture.case_id, gesture.choice_id,
       gesture.kind, gesture.amount_minor, gesture.currency, gesture.giver_id, gesture.team_id, gesture.given_at,
       gesture.above_mandate, gesture.next_order_at, contact.cause_department_id
from contacts.gesture join contacts.contact on contact.id = gesture.contact_id
where gesture.state = 'given';
