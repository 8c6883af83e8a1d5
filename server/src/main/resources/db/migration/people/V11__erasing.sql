insert into people.role_permission (role, permission) values
    ('privacy-officer', 'customers.erase'),
    ('privacy-officer', 'retention.configure'),
    ('administrator', 'customers.erase'),
    ('administrator', 'retention.configure')
on conflict do nothing;
