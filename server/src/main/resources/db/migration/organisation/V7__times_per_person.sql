-- Whether times of single people (how long somebody is there, has something in hand, took to answer) are recorded, and shown.
alter table organisation.brand add column times_per_person text not null default 'shown'
    check (times_per_person in ('shown', 'recorded', 'not_recorded'));
