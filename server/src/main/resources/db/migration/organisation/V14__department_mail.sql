-- Where questions to a department go by mail, besides its page.
alter table organisation.department add column mail text;
