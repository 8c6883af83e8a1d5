package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.ASKING_DAY;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts per day, so that the asking figures never count over history. Decisions count on the day they are made; what
 * became of an invitation counts on the day it was sent, so that a rate compares the same customers.
 */
@Component
public class AskingDays {
    private final DSLContext db;

    AskingDays(DSLContext db) {
        this.db = db;
    }

    /** @param step an {@code AskingOutcome}, or {@code SENT}, {@code ANSWERED}, {@code BOUNCED} */
    public void count(LocalDate day, UUID brand, @Nullable UUID partner, @Nullable UUID queue, String step) {
        db.insertInto(ASKING_DAY)
                .set(ASKING_DAY.DAY, day)
                .set(ASKING_DAY.BRAND_ID, brand)
                .set(ASKING_DAY.PARTNER_ID, partner)
                .set(ASKING_DAY.QUEUE_ID, queue)
                .set(ASKING_DAY.STEP, step)
                .set(ASKING_DAY.NUMBER, 1)
                .onConflict(ASKING_DAY.BRAND_ID, ASKING_DAY.DAY, ASKING_DAY.QUEUE_ID, ASKING_DAY.PARTNER_ID, ASKING_DAY.STEP)
                .doUpdate()
                .set(ASKING_DAY.NUMBER, ASKING_DAY.NUMBER.plus(1))
                .execute();
    }
}
