-- A conversation that one of us began, once for each time he asked for it.
alter table contacts.conversation
    add column begun_by  uuid,
    add column begun_key text;
create unique index conversation_begun on contacts.conversation (begun_by, begun_key) where begun_key is not null;
