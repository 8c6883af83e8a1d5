-- An acknowledgement or an invitation may leave a moment later when there is much to do; what a person wrote may not.
alter table contacts.outbox add column can_wait boolean not null default false;
