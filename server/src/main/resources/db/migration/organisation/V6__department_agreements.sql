-- What is agreed with a department: within how much of its working time it answers a question, and who answers.
alter table organisation.department add column answer_minutes int not null default 480 check (answer_minutes between 1 and 43200);
alter table organisation.department add column calendar_id uuid references organisation.calendar;
create table organisation.department_member (
    department_id uuid not null references organisation.department on delete cascade,
    user_id       uuid not null,
    primary key (department_id, user_id)
);
create index department_member_user on organisation.department_member (user_id);
