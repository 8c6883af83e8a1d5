-- What the customer last said before something was given to him, and first after it. Facts side by side; no cause is claimed.
create table feedback.gesture_effect (
    gesture_id   uuid primary key,
    brand_id     uuid not null,
    choice_id    uuid not null,
    customer_id  uuid not null,
    given_at     timestamptz not null,
    before_score int,
    before_at    timestamptz,
    after_score  int,
    after_at     timestamptz
);
create index gesture_effect_customer on feedback.gesture_effect (customer_id);
create index gesture_effect_choice on feedback.gesture_effect (choice_id) where before_score is not null and after_score is not null;
