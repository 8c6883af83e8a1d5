-- The address by which people know a customer without a name; a browser's mark is none.
create or replace view customers.shown_customer as
select id, brand_id, kind, name, language, country, surveys_declined_at,
       (select identity.shown from customers.identity
        where identity.customer_id = customer.id and identity.kind <> 'browser'
        order by identity.created_at, identity.id limit 1) as address
from customers.customer;
