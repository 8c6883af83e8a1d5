package nl.hartslag.feedback.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import nl.hartslag.platform.problem.Problem;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the moment and id of its last row. */
public record Cursor(Instant at, UUID id) {
    public static @Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\|");
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException foreign) {
            throw Problem.of("request/unreadable", 400);
        }
    }

    public String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands after this place, newest first. */
    public static Condition before(@Nullable Cursor cursor, Field<Instant> at, Field<UUID> id) {
        return cursor == null ? DSL.noCondition() : DSL.row(at, id).lt(cursor.at(), cursor.id());
    }

    /** What stands after this place, oldest first. */
    public static Condition after(@Nullable Cursor cursor, Field<Instant> at, Field<UUID> id) {
        return cursor == null ? DSL.noCondition() : DSL.row(at, id).gt(cursor.at(), cursor.id());
    }
}
