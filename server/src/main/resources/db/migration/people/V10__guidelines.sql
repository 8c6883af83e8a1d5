-- Who writes guidelines and the phases of a talk, and learns from deviations.
insert into people.role_permission (role, permission) values
    ('senior', 'guidelines.write'),
    ('team-leader', 'guidelines.write'),
    ('editor', 'guidelines.write'),
    ('manager', 'guidelines.write'),
    ('administrator', 'guidelines.write')
on conflict do nothing;
