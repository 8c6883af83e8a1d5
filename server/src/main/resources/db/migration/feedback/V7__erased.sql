-- Whose customer was erased: nothing leads to him any more, and its link answers nobody.
alter table feedback.invitation add column erased_at timestamptz;
create index decision_customer on feedback.decision (customer_id);
