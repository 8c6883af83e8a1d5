-- While the object store is asked to delete one, no other node asks it; it was given up when this has passed.
alter table platform.released_blob add column deleting_until timestamptz;
