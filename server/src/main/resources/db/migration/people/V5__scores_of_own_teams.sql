-- Whoever sees personal scores sees those of his own teams; all others only with this right. A team leader has teams.
insert into people.role_permission (role, permission)
    select role, 'personal-scores.all' from people.role_permission where permission = 'personal-scores.view' and role <> 'team-leader';
