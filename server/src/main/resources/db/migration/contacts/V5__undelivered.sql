-- What did not reach the customer, as people deal with it: being tried again, failed, come back, or given up by a person.
-- It stands beside the state, which is the machine's: a message that came back had left.
alter table contacts.outbox add column trouble text
    check (trouble in ('retrying', 'failed', 'bounced', 'given_up'));
alter table contacts.outbox add column trouble_at timestamptz;
alter table contacts.outbox add column given_up_by uuid;
update contacts.outbox set trouble = 'failed', trouble_at = created_at where state = 'dead';
update contacts.outbox set trouble = 'retrying', trouble_at = created_at where state in ('pending', 'sending') and error is not null;
update contacts.outbox set trouble = 'bounced', trouble_at = coalesce(sent_at, created_at), error = message.delivery_detail
  from contacts.message where message.id = outbox.message_id and message.delivery = 'bounced';
drop index contacts.outbox_dead;
create index outbox_trouble on contacts.outbox (id desc) where trouble is not null;
create index outbox_trouble_open on contacts.outbox (brand_id, id desc) where trouble in ('retrying', 'failed', 'bounced');
