-- A rule of retention looked at him and found that he is needed; it looks again when what it takes was quiet since this moment. Null: not looked at yet.
alter table customers.customer add column needed_until timestamptz;
create index customer_quiet on customers.customer (brand_id, (coalesce(needed_until, created_at)), id);
-- By a rule of retention: such a receipt is not kept outside the database, since after a restore the rule takes him again.
alter table customers.erasure add column by_rule boolean not null default false;
