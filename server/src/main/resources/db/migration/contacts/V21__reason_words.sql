-- The reason with those above it, as it was called when it was registered: what happened keeps its words.
alter table contacts.contact add column reason_nl text;
alter table contacts.contact add column reason_en text;

with recursive named as (
    select id, name_nl, name_en from organisation.shown_reason where parent_id is null
    union all
    select below.id, named.name_nl || ' › ' || below.name_nl, named.name_en || ' › ' || below.name_en
    from organisation.shown_reason below join named on named.id = below.parent_id)
update contacts.contact set reason_nl = named.name_nl, reason_en = named.name_en from named where named.id = contact.reason_id;
