-- Where anything was put, not only mail. A mail is placed once for each address of ours, anything else once.
alter table channels.placement drop constraint placement_pkey;
alter table channels.placement alter column mail_id drop not null, alter column message_id drop not null;
create unique index placement_mail on channels.placement (mail_id, account_id) where mail_id is not null;
create unique index placement_once on channels.placement (envelope_id) where mail_id is null;
insert into channels.placement (account_id, brand_id, envelope_id, conversation_id, why, placed_at)
select source::uuid, brand_ids[1], id, (proof ->> 'conversation')::uuid,
       case outcome when 'continued' then 'same_visitor' else 'nothing_matches' end, received_at
from channels.envelope where state = 'placed' and proof ? 'conversation';
