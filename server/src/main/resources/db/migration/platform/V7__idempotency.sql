-- Commands that programs marked with a key of their own, so that sending one again does not do it again. A row is claimed before the
-- work begins, marked in the transaction of the work, and completed with the answer; it goes after a day.
create table platform.idempotency (
    -- a hash of who calls: the person, and for a program its token
    caller      text        not null,
    key         text        not null,
    -- of method, address and body
    fingerprint text        not null,
    claim       uuid        not null,
    claimed_at  timestamptz not null,
    -- until when nobody else may take it up
    held_until  timestamptz not null,
    -- the work was committed, whether or not its answer came to be known
    committed   boolean     not null default false,
    status      int,
    -- headers and body as they were sent, sealed: an answer may hold a password that is shown once
    answer      text,
    primary key (caller, key)
);
create index idempotency_claimed on platform.idempotency (claimed_at);
