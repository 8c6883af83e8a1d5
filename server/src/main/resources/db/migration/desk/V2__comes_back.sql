-- When the case of a closed conversation comes back as work.
alter table desk.conversation_row add column comes_back_at timestamptz;
