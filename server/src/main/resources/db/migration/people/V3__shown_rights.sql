-- Who may do what now, for choosing somebody to give work to; brand null is every brand.
create view people.shown_user_permission as
select r.user_id, r.role, p.permission, r.brand_id, u.partner_id
from people.user_role r
join people.role_permission p on p.role = r.role
join people.users u on u.id = r.user_id
where u.state = 'active';
