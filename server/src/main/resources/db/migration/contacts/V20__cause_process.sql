-- Within the department that made the contact necessary, which of its processes; absent when only the department is known.
alter table contacts.contact add column cause_process_id uuid;
alter table contacts.contact add constraint contact_cause_process check (cause_process_id is null or cause_department_id is not null);
