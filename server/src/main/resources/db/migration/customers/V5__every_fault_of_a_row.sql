-- A row tells all that is wrong with it, each with its column, what it is, and the limit it passed if there is one.
alter table customers.order_import_refused add column faults jsonb;
update customers.order_import_refused
set faults = jsonb_build_array(jsonb_build_object('column', field, 'code', case when code in ('size', 'range') then 'invalid' else code end));
alter table customers.order_import_refused alter column faults set not null, drop column field, drop column code;
