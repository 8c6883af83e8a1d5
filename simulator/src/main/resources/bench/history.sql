-- A million past contacts with their messages and answers, spread evenly over three years before now, over the brands, queues,
-- people and customers that are there. How many stands for :contacts. Statements are divided by lines of dashes.
set session_replication_role = replica
----
set work_mem = '128MB'
----
create function bench_id(at timestamptz, n bigint, kind text) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
    from md5(kind || n) h
$$
----
create function bench_said(n bigint, salt int) returns text language sql immutable as $$
    select words[1 + abs(hashint8(n * 31 + salt)) % 60] || ' ' || words[1 + abs(hashint8(n * 37 + salt)) % 60] || ' ' || words[1 + abs(hashint8(n * 41 + salt)) % 60]
    from (select '{lamp,stoel,tafel,kast,bank,kussen,deken,gordijn,bed,matras,spiegel,klok,vaas,mand,plank,kruk,bureau,poef,kleed,servies,bezorgd,beschadigd,besteld,betaald,geannuleerd,teruggestuurd,verzonden,ontvangen,kapot,gebroken,ontbreekt,verkeerd,blauwe,groene,rode,witte,zwarte,grijze,factuur,retour,garantie,korting,cadeau,adres,afspraak,monteur,onderdeel,schroeven,handleiding,levertijd,voorraad,maat,kleur,hout,glas,metaal,wol,katoen,linnen,leer}'::text[] words) said
$$
----
create unlogged table bench_past as
with people as (select array_agg(u.id) ids, array_agg(m.team_id) teams
                from people.users u join people.team_member m on m.user_id = u.id
                join people.user_role r on r.user_id = u.id and r.role = 'agent'),
     queues as (select array_agg(id) ids, array_agg(brand_id) brands, array_agg(name) names from routing.queue where partner_id is null),
     customers as (select array_agg(id) ids, array_agg(coalesce(country, 'NL')) countries, array_agg(coalesce(name, '')) names from customers.customer)
select n, x.at, bench_id(at, n, 'a') case_id, bench_id(at, n, 'b') conversation_id, bench_id(at, n, 'c') contact_id,
       bench_id(at, n, 'd') decision_id, bench_id(at, n, 'e') invitation_id, bench_id(at, n, 'f') response_id,
       queues.ids[q] queue_id, queues.brands[q] brand_id, queues.names[q] queue_name,
       people.ids[p] user_id, people.teams[p] team_id,
       customers.ids[c] customer_id, customers.countries[c] country, customers.names[c] customer_name,
       case when queues.names[q] like '%chat' then 'webchat' else 'email' end channel, case when queues.names[q] like '%chat' then 'chat' else 'mail' end medium,
       least(10, (11 * power(random(), 0.4))::int) score
from people, queues, customers,
     generate_series(1, :contacts::bigint) n,
     lateral (select now() - interval '1 hour' - n * (interval '3 years' / :contacts) as at,
                     1 + n % array_length(queues.ids, 1) q, 1 + ((n % array_length(queues.ids, 1)) * 2 + (n / 7) % 3) % array_length(people.ids, 1) p,
                     1 + (n * 7919) % array_length(customers.ids, 1) c) x
----
insert into contacts.cases (id, number, brand_id, customer_id, subject, state, opened_at, solved_at, solved_by, contacts)
select case_id, 10000000 + n, brand_id, customer_id, 'Question ' || n, 'solved', at, at + interval '40 minutes', user_id, 1 from bench_past
----
insert into contacts.conversation (id, brand_id, customer_id, case_id, channel, subject, language, started_at, last_seq, last_message_at, customer_read_seq, agent_read_seq)
select conversation_id, brand_id, customer_id, case_id, channel, 'Question ' || n, 'nl', at, 2, at + interval '35 minutes', 2, 2 from bench_past
----
insert into contacts.contact (id, conversation_id, case_id, brand_id, customer_id, channel, medium, queue_id, result, state, assigned_to, assigned_at, opened_at, first_answer_at, first_answer_by, ended_at, ended_by)
select contact_id, conversation_id, case_id, brand_id, customer_id, channel, medium, queue_id, 'solved', 'ended', user_id, at + interval '20 minutes', at, at + interval '35 minutes', user_id, at + interval '40 minutes', user_id from bench_past
----
insert into contacts.message (id, conversation_id, brand_id, contact_id, seq, direction, author_kind, author_name, at, text)
select bench_id(at, n, 'g'), conversation_id, brand_id, contact_id, 1, 'in', 'customer', customer_name, at, 'Where is my order ' || n || '? It was promised for yesterday, and I have heard nothing since. ' || bench_said(n, 1) from bench_past
----
insert into contacts.message (id, conversation_id, brand_id, contact_id, seq, direction, author_kind, author_id, author_name, at, text, delivery)
select bench_id(at, n, 'h'), conversation_id, brand_id, contact_id, 2, 'out', 'user', user_id, 'Agent', at + interval '35 minutes', 'It left our warehouse this morning, and it will be with you tomorrow before noon. Sorry for the wait! ' || bench_said(n, 2), 'delivered' from bench_past
----
insert into desk.conversation_row (conversation_id, contact_id, case_id, case_number, case_state, brand_id, customer_id, customer_name, channel, medium, subject, preview, state, queue_id, queue_name, assigned_to, opened_at, last_at, closed_at)
select conversation_id, contact_id, case_id, 10000000 + n, 'solved', brand_id, customer_id, customer_name, channel, medium, 'Question ' || n, 'It left our warehouse this morning', 'closed', queue_id, queue_name, user_id, at, at + interval '35 minutes', at + interval '40 minutes' from bench_past
----
insert into desk.search_due (conversation_id) select conversation_id from bench_past order by at
----
insert into feedback.decision (id, brand_id, case_id, solved_at, customer_id, queue_id, outcome, probability, draw, decided_at)
select decision_id, brand_id, case_id, at + interval '40 minutes', customer_id, queue_id, 'SAMPLED', 1, 0.5, at + interval '40 minutes' from bench_past
----
insert into feedback.invitation (id, decision_id, brand_id, customer_id, case_id, contact_id, conversation_id, queue_id, user_id, team_id, channel, country, language, state, created_at, send_at, sent_at)
select invitation_id, decision_id, brand_id, customer_id, case_id, contact_id, conversation_id, queue_id, user_id, team_id, channel, country, 'nl', 'answered', at, at, at from bench_past
----
insert into feedback.response (id, invitation_id, brand_id, customer_id, case_id, contact_id, conversation_id, queue_id, user_id, team_id, channel, country, language, score, why, emotion, answered_at, day)
select response_id, invitation_id, brand_id, customer_id, case_id, contact_id, conversation_id, queue_id, user_id, team_id, channel, country, 'nl', score,
       case when n % 3 = 0 then 'Helped quickly and kindly, number ' || n end, case when score > 8 then 'happy' when score > 6 then 'content' else 'disappointed' end,
       at + interval '3 hours', (at + interval '3 hours')::date from bench_past
----
insert into feedback.answer_day (day, brand_id, channel, queue_id, team_id, country, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
select (at + interval '3 hours')::date, brand_id, channel, queue_id, team_id, country,
       count(*) filter (where score = 0), count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
       count(*) filter (where score = 4), count(*) filter (where score = 5), count(*) filter (where score = 6), count(*) filter (where score = 7),
       count(*) filter (where score = 8), count(*) filter (where score = 9), count(*) filter (where score = 10) from bench_past
group by 1, 2, 3, 4, 5, 6
on conflict (brand_id, day, channel, queue_id, team_id, country, partner_id) do update set s0 = answer_day.s0 + excluded.s0, s1 = answer_day.s1 + excluded.s1, s2 = answer_day.s2 + excluded.s2, s3 = answer_day.s3 + excluded.s3, s4 = answer_day.s4 + excluded.s4, s5 = answer_day.s5 + excluded.s5, s6 = answer_day.s6 + excluded.s6, s7 = answer_day.s7 + excluded.s7, s8 = answer_day.s8 + excluded.s8, s9 = answer_day.s9 + excluded.s9, s10 = answer_day.s10 + excluded.s10
----
insert into feedback.answer_corner (brand_id, channel, queue_id, team_id, country, first_day, last_day)
select brand_id, channel, queue_id, team_id, country, min((at + interval '3 hours')::date), max((at + interval '3 hours')::date) from bench_past
group by 1, 2, 3, 4, 5
on conflict (brand_id, channel, queue_id, team_id, country, partner_id) do update
set first_day = least(answer_corner.first_day, excluded.first_day), last_day = greatest(answer_corner.last_day, excluded.last_day)
----
insert into feedback.asking_day (day, brand_id, queue_id, step, number)
select (at + interval '3 hours')::date, brand_id, queue_id, step, count(*) from bench_past, unnest(array['SAMPLED', 'SENT', 'ANSWERED']) step
group by 1, 2, 3, 4
on conflict (brand_id, day, queue_id, partner_id, step) do update set number = asking_day.number + excluded.number
----
set session_replication_role = origin
----
drop function bench_id
----
drop function bench_said
