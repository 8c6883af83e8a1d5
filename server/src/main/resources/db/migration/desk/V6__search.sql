-- The words of a conversation, as they are written and by their stems. Made a moment after something was said.
create table desk.searched (
    conversation_id uuid primary key,
    words           tsvector not null
);
create index searched_words on desk.searched using gin (words);

-- What is to be read anew, the last first; writers only add to it, so none of them waits.
create table desk.search_due (
    id              bigint generated always as identity primary key,
    conversation_id uuid not null
);
insert into desk.search_due (conversation_id) select conversation_id from desk.conversation_row order by last_at;

drop index desk.conversation_row_words;
alter table desk.conversation_row drop column words;
