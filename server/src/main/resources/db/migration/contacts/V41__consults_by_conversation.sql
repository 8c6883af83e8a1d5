-- Asked for with every message of a conversation that goes on.
create index consult_conversation on contacts.consult (conversation_id);
