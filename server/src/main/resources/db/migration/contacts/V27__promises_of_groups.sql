-- A rule may be for one group of customers.
alter table contacts.promise_rule add column group_id uuid;
drop index contacts.promise_rule_one;
create unique index promise_rule_one on contacts.promise_rule (brand_id, channel, queue_id, priority, group_id) nulls not distinct
    where archived_at is null;
alter table contacts.promise_move drop constraint promise_move_cause_check;
alter table contacts.promise_move add constraint promise_move_cause_check
    check (cause in ('calendar', 'hours', 'rule', 'queue', 'priority', 'group', 'customer'));
