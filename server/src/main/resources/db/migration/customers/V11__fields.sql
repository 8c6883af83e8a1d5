-- What a brand keeps beside the rest: {"<id of the field>": ["value", …]}, checked by the module that knows the fields.
alter table customers.customer add column field_values jsonb not null default '{}';
alter table customers.customer_order add column field_values jsonb not null default '{}';
create index customer_has_fields on customers.customer (brand_id) where field_values <> '{}';
create index order_has_fields on customers.customer_order (brand_id) where field_values <> '{}';
