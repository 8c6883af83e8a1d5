-- aside: named above a mail of which the sender is not proven; left-out: by a colleague. Both get no answers until a person says so,
-- and a proven sender who names somebody who stands aside says so too.
alter table contacts.participant drop constraint participant_role_check;
alter table contacts.participant add constraint participant_role_check check (role in ('customer', 'cc', 'reseller', 'aside', 'left-out'));
update contacts.participant set role = 'aside'
    from contacts.conversation where conversation.id = participant.conversation_id and role = 'cc' and not conversation.sender_proven;

-- Absent on what nobody sent us, and on messages from before this was kept.
alter table contacts.message add column sender_proven boolean;

-- To whom a person wrote it: what he saw when he sent it. Absent for what the system writes, which goes to the customer.
alter table contacts.outbox add column to_addresses text[];
alter table contacts.outbox add column cc_addresses text[];
