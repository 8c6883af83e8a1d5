-- What the customer himself wrote: until now, of an answer it was the history that it quotes.
create or replace view contacts.shown_told as
select contact.id as contact_id, contact.brand_id, contact.conversation_id, contact.queue_id, contact.reason_id, contact.state, contact.result,
       conversation.language,
       (select conversation.subject || ' ' || string_agg(left(message.text, 4000), ' ' order by message.seq)
        from contacts.message
        where message.conversation_id = contact.conversation_id and message.contact_id = contact.id
          and message.direction = 'in' and not message.automatic) as told
from contacts.contact join contacts.conversation on conversation.id = contact.conversation_id;
