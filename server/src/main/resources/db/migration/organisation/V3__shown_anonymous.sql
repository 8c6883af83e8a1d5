create or replace view organisation.shown_brand as select id, key, name, accent, anonymous from organisation.brand;
