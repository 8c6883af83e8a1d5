package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.feedback.internal.db.Tables.CLICK;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Taps on a score in the mail: provisional, because link scanners tap everything. */
@Component
class Clicks {
    /** Several scores within this time are no human hand. */
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private static final int TOO_MANY_SCORES = 3;
    /** A link that is called for ever must not fill the table. */
    private static final int KEPT = 60;

    private final DSLContext db;

    Clicks(DSLContext db) {
        this.db = db;
    }

    void record(UUID invitation, int score, Instant at, @Nullable String userAgent) {
        if (db.fetchCount(CLICK, CLICK.INVITATION_ID.eq(invitation)) >= KEPT) return;
        db.insertInto(CLICK)
                .set(CLICK.ID, Uuid7.next())
                .set(CLICK.INVITATION_ID, invitation)
                .set(CLICK.SCORE, score)
                .set(CLICK.AT, at)
                .set(CLICK.USER_AGENT, userAgent == null ? null : userAgent.substring(0, Math.min(200, userAgent.length())))
                .execute();
        var burst = CLICK.INVITATION_ID.eq(invitation).and(CLICK.AT.gt(at.minus(SECONDS)));
        int scores = db.selectDistinct(CLICK.SCORE).from(CLICK).where(burst).fetch().size();
        if (scores < TOO_MANY_SCORES) return;
        db.update(CLICK)
                .set(CLICK.VERDICT, "scanner")
                .set(CLICK.VERDICT_BECAUSE, "several scores within seconds")
                .where(burst)
                .execute();
    }
}
