-- Of which cases, customers or orders a field is shown; what was filled in stays where it is hidden.
alter table organisation.field
    add column shown_by      text   not null default 'all' check (shown_by in ('all', 'reasons', 'results', 'types')),
    add column shown_reasons uuid[] not null default '{}',
    add column shown_results text[] not null default '{}',
    add column shown_types   text[] not null default '{}';
