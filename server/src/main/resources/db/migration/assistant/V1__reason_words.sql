-- How often which word occurred in contacts that were registered under a reason, per brand. Words are kept as fingerprints: what
-- customers wrote cannot be read back from them.
create table assistant.model (
    brand_id uuid primary key,
    contacts int  not null default 0,
    -- different words
    words    int  not null default 0
);
create table assistant.reason (
    brand_id  uuid not null,
    reason_id uuid not null,
    contacts  int  not null,
    -- words of its contacts, each counted once for a contact
    words     int  not null,
    primary key (brand_id, reason_id)
);
create table assistant.queue_reason (
    brand_id  uuid not null,
    queue_id  uuid not null,
    reason_id uuid not null,
    contacts  int  not null,
    primary key (brand_id, queue_id, reason_id)
);
create table assistant.reason_word (
    brand_id  uuid   not null,
    word      bigint not null,
    reason_id uuid   not null,
    contacts  int    not null,
    primary key (brand_id, word, reason_id)
);
-- What was learned from each contact, so that learning it again changes nothing and a corrected registration is followed.
create table assistant.learned (
    contact_id uuid primary key,
    brand_id   uuid     not null,
    reason_id  uuid     not null,
    queue_id   uuid,
    words      bigint[] not null
);
