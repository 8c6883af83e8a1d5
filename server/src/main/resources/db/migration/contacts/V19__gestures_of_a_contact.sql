-- Joining and parting cases takes along what was given in their contacts.
create index gesture_contact on contacts.gesture (contact_id);
