-- Mail that left and must still be laid in the Sent folder of its mailbox. A row goes when it is there.
create table channels.sent_copy (
    message_id    uuid primary key,
    account_id    uuid not null references channels.email_account,
    -- the Message-ID of the mail, by which the folder is asked whether it is there already
    mail_id       text not null,
    blob_hash     text not null,
    attempts      int not null default 0,
    next_try_at   timestamptz not null,
    claimed_until timestamptz,
    created_at    timestamptz not null
);
create index sent_copy_due on channels.sent_copy (next_try_at);
