insert into people.role_permission (role, permission) values ('department-member', 'consults.answer') on conflict do nothing;
