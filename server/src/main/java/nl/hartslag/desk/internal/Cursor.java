package nl.hartslag.desk.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import nl.hartslag.platform.problem.Problem;

/** Where a page ended: the sort key of its last row. */
record Cursor(int rank, Instant at, UUID conversation) {
    String written() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((rank + " " + at + " " + conversation).getBytes(StandardCharsets.US_ASCII));
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
