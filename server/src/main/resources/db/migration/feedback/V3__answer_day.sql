-- Answers per day and corner, one row with eleven counts instead of a row per score: a fifth of the rows to add up when
-- somebody looks at years.
create table feedback.answer_day (
    day        date not null,
    brand_id   uuid not null,
    partner_id uuid,
    channel    text not null,
    queue_id   uuid,
    team_id    uuid,
    country    text,
    s0 int not null default 0, s1 int not null default 0, s2 int not null default 0, s3 int not null default 0,
    s4 int not null default 0, s5 int not null default 0, s6 int not null default 0, s7 int not null default 0,
    s8 int not null default 0, s9 int not null default 0, s10 int not null default 0,
    unique nulls not distinct (brand_id, day, channel, queue_id, team_id, country, partner_id)
);

insert into feedback.answer_day
select day, brand_id, partner_id, channel, queue_id, team_id, country,
       coalesce(sum(answers) filter (where score = 0), 0), coalesce(sum(answers) filter (where score = 1), 0),
       coalesce(sum(answers) filter (where score = 2), 0), coalesce(sum(answers) filter (where score = 3), 0),
       coalesce(sum(answers) filter (where score = 4), 0), coalesce(sum(answers) filter (where score = 5), 0),
       coalesce(sum(answers) filter (where score = 6), 0), coalesce(sum(answers) filter (where score = 7), 0),
       coalesce(sum(answers) filter (where score = 8), 0), coalesce(sum(answers) filter (where score = 9), 0),
       coalesce(sum(answers) filter (where score = 10), 0)
from feedback.score_day group by day, brand_id, partner_id, channel, queue_id, team_id, country;

-- Which corners there are and from when to when answers fell in them: what there is to filter by, without reading the days.
create table feedback.answer_corner (
    brand_id   uuid not null,
    partner_id uuid,
    channel    text not null,
    queue_id   uuid,
    team_id    uuid,
    country    text,
    first_day  date not null,
    last_day   date not null,
    unique nulls not distinct (brand_id, channel, queue_id, team_id, country, partner_id)
);

insert into feedback.answer_corner
select brand_id, partner_id, channel, queue_id, team_id, country, min(day), max(day)
from feedback.score_day group by brand_id, partner_id, channel, queue_id, team_id, country;

drop table feedback.score_day;

create index follow_up_customer on feedback.follow_up (customer_id);
create index follow_up_case on feedback.follow_up (case_id);

-- Everything that remarks are filtered by stands in the index, so that a filter that fits few never reads the others' rows.
drop index feedback.response_words;
create index response_listen on feedback.response (answered_at desc, id desc)
    include (brand_id, partner_id, day, channel, queue_id, team_id, country, score, emotion) where why is not null;
