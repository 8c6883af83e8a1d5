-- What a department does that can make a contact necessary, such as "picking and packing".
create table organisation.process (
    id            uuid primary key,
    department_id uuid not null references organisation.department,
    name_nl       text not null,
    name_en       text not null,
    position      int  not null,
    archived_at   timestamptz
);
create index process_department on organisation.process (department_id, position);
create view organisation.shown_process as select id, department_id, name_nl, name_en from organisation.process;

alter table organisation.department add column version int not null default 0;
