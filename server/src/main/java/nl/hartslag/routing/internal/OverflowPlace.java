package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Where a page of what waits too long ended. It holds the moment itself: what waited there may be in hand by now. */
record OverflowPlace(Instant at, UUID contact) {
    static OverflowPlace of(WaitingRecord row) {
        return new OverflowPlace(row.getEnteredAt(), row.getContactId());
    }

    /** @throws Problem field {@code cursor} when it is not one of ours */
    static OverflowPlace read(String text) {
        try {
            int cut = text.indexOf('_');
            return new OverflowPlace(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    String written() {
        return at + "_" + contact;
    }

    Condition after() {
        return DSL.row(WAITING.ENTERED_AT, WAITING.CONTACT_ID).gt(at, contact);
    }
}
