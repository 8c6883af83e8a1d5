-- Lists stand in the order of their names, however these are written.
drop index knowledge.text_block_listed;
create index text_block_listed on knowledge.text_block (lower(name), id);
