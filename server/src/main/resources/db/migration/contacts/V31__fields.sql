-- What a brand keeps of its cases beside the rest: {"<id of the field>": ["value", …]}.
alter table contacts.cases add column field_values jsonb not null default '{}';
create index cases_fields on contacts.cases using gin (field_values jsonb_path_ops) where field_values <> '{}';
-- Which fields of the case that goes on were filled from the one that joined it; what stood in them stands there.
alter table contacts.case_change add column filled uuid[] not null default '{}';
