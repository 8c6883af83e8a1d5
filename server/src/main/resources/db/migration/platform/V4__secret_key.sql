-- With which key stored secrets are sealed and links are signed: its mark, from which the key cannot be found.
create table platform.secret_key (
    only_one boolean primary key default true check (only_one),
    mark     text        not null,
    since    timestamptz not null
);
