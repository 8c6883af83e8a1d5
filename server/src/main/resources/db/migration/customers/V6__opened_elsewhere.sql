-- Kept by the platform now, for everything that can be opened.
drop table customers.opened;
