-- Customers who turned out to be one person: who was asked as one of them is not asked again as the other.
create table feedback.same_person (
    customer_id uuid not null,
    other_id    uuid not null,
    primary key (customer_id, other_id)
);
