-- Customers who stand in no account, and since when nothing came of them that this module knows.
create view customers.shown_idle_customer as
select customer.id, customer.brand_id, customer.created_at,
       greatest(customer.created_at, (select max(ordered_at) from customers.customer_order where customer_id = customer.id)) as known_at
from customers.customer
where not exists (select 1 from customers.account_member where customer_id = customer.id)
  and not exists (select 1 from customers.account_end_customer where customer_id = customer.id);
