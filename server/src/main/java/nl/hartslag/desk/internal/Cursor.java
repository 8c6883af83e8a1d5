package nl.hartslag.desk.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key of its last row. */
record Cursor(int rank, Instant at, UUID conversation) {
    String written() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((rank + " " + at + " " + conversation).getBytes(StandardCharsets.US_ASCII));
    }

    /** Of the page after this one; absent when there is none. @param records one more than the page holds, if there are so many */
    static <R> @Nullable String after(List<R> records, int limit, Function<R, Cursor> cursor) {
        return records.size() > limit ? cursor.apply(records.get(limit - 1)).written() : null;
    }

    static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
            return new Cursor(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException broken) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
