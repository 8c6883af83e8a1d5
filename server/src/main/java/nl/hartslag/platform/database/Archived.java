package nl.hartslag.platform.database;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** When something was archived: the first time counts, and bringing it back empties it. */
public final class Archived {
    private Archived() {}

    public static Field<Instant> at(boolean archived, Field<Instant> before, Instant now) {
        return archived ? DSL.coalesce(before, DSL.val(now)) : DSL.castNull(before);
    }
}
