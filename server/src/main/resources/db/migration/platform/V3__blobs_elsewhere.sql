-- With an object store set, what was stored with its transaction is moved there afterwards. A mover claims a row by a lease;
-- the chunks stay for a while after the move, for whoever is reading them.
alter table platform.blob add column moving_until timestamptz;
alter table platform.blob add column moved_at timestamptz;
