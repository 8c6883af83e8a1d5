-- Who sees what was given, who decides above a mandate, and who sets what may be given.
insert into people.role_permission (role, permission) values
    ('senior', 'gestures.view'),
    ('senior', 'gestures.approve'),
    ('team-leader', 'gestures.view'),
    ('team-leader', 'gestures.approve'),
    ('supervisor', 'gestures.view'),
    ('supervisor', 'gestures.approve'),
    ('manager', 'gestures.view'),
    ('manager', 'gestures.approve'),
    ('manager', 'gestures.configure'),
    ('director', 'gestures.view'),
    ('partner-manager', 'gestures.view'),
    ('administrator', 'gestures.view'),
    ('administrator', 'gestures.configure')
on conflict do nothing;
