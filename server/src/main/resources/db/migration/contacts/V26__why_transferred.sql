-- Why a contact is handed over: a short list that the whole installation shares.
create table contacts.transfer_reason (
    id          uuid primary key,
    name_nl     text not null,
    name_en     text not null,
    position    int  not null,
    archived_at timestamptz,
    version     int  not null default 0
);
insert into contacts.transfer_reason (id, name_nl, name_en, position) values
    ('0193d000-0000-7000-8000-000000000001', 'Kwam in de verkeerde wachtrij', 'Arrived in the wrong queue', 10),
    ('0193d000-0000-7000-8000-000000000002', 'Vraagt om een vaardigheid', 'Needs a skill', 20),
    ('0193d000-0000-7000-8000-000000000003', 'Vraagt om een mandaat', 'Needs a mandate', 30),
    ('0193d000-0000-7000-8000-000000000004', 'Klant vroeg om iemand', 'Customer asked for someone', 40),
    ('0193d000-0000-7000-8000-000000000005', 'Einde van mijn dienst', 'End of my shift', 50),
    ('0193d000-0000-7000-8000-000000000006', 'Anders', 'Other', 60);

alter table contacts.transfer add column reason_id uuid references contacts.transfer_reason;
create index transfer_at on contacts.transfer (at);
create index contact_opened on contacts.contact (brand_id, opened_at desc, id desc);
