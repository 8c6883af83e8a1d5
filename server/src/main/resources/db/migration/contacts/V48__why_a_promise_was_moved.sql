-- A promise of a person keeps every moment it was due at before, whether the customer agreed to another, and why.
alter table contacts.promise_move add column words text;
alter table contacts.promise_move drop constraint promise_move_cause_check;
alter table contacts.promise_move add constraint promise_move_cause_check
    check (cause in ('calendar', 'hours', 'rule', 'queue', 'priority', 'group', 'customer', 'agreed', 'ours'));
