-- An answer that had not come when its case was solved is broken, not late for ever.
update contacts.promise p
set state = 'broken', settled_at = coalesce(c.ended_at, p.due_at)
from contacts.contact c
join contacts.cases k on k.id = c.case_id
where p.contact_id = c.id and p.kind = 'answer' and p.state = 'late' and c.state = 'ended' and k.state = 'solved';
