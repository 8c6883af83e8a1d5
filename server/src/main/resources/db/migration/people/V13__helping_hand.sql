-- Someone with another job, who helps customers at peaks only.
insert into people.role_permission (role, permission) values
    ('helping-hand', 'contacts.view'),
    ('helping-hand', 'contacts.handle'),
    ('helping-hand', 'contacts.help'),
    ('helping-hand', 'customers.view')
on conflict do nothing;
