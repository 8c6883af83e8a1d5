-- Rises with every change, so that every node notices that what it remembers is old.
create table organisation.version (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into organisation.version (number) values (0);
