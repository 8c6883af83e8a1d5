-- Named above a mail of which the sender is not proven, or left out by a colleague: gets no answers until a person says so.
alter table contacts.participant drop constraint participant_role_check;
alter table contacts.participant add constraint participant_role_check check (role in ('customer', 'cc', 'reseller', 'aside'));

-- Absent on what nobody sent us, and on messages from before this was kept.
alter table contacts.message add column sender_proven boolean;
