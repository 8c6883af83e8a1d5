package nl.hartslag.knowledge.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import nl.hartslag.platform.problem.Problem;

/** Where a page of a list by moment ended, as its cursor tells it. */
record ListPlace(Instant at, UUID id) {
    String written() {
        return at + "_" + id;
    }

    /** @throws Problem field {@code cursor} when it is not one of ours */
    static ListPlace read(String text) {
        try {
            int cut = text.indexOf('_');
            return new ListPlace(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
