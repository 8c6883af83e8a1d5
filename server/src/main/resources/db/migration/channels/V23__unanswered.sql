-- The number of the agent's last message, as long as the visitor owes an answer to it: only its timer asks whether he is still there.
alter table channels.chat add column unanswered_seq int;
