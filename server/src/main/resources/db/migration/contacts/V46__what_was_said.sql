-- What people said, noted and sent along, without what it quotes; for finding it again.
create view contacts.shown_words as
select message.conversation_id, message.seq, message.at, message.direction as kind, message.text as words
from contacts.message
where message.direction in ('in', 'out', 'note') and message.purpose = 'conversation'
union all
select message.conversation_id, message.seq, message.at, 'file', attachment.name
from contacts.attachment join contacts.message on message.id = attachment.message_id
where not attachment.inline;
