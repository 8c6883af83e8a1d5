package nl.hartslag.shared;

import java.util.UUID;

/** What all typed ids have in common: a UUIDv7 underneath, so that ids sort by the time they were made. */
public interface Id {
    UUID value();
}
