package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.DRAW_SEED;

import java.security.SecureRandom;
import java.time.LocalDate;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The day's seed of each brand; whoever needs it first makes it, and it is never changed. */
@Component
class Seeds {
    private final SecureRandom random = new SecureRandom();
    private final DSLContext db;

    Seeds(DSLContext db) {
        this.db = db;
    }

    long of(BrandId brand, LocalDate day) {
        db.insertInto(DRAW_SEED)
                .set(DRAW_SEED.BRAND_ID, brand.value())
                .set(DRAW_SEED.DAY, day)
                .set(DRAW_SEED.SEED, random.nextLong())
                .onConflictDoNothing()
                .execute();
        return db.select(DRAW_SEED.SEED)
                .from(DRAW_SEED)
                .where(DRAW_SEED.BRAND_ID.eq(brand.value()), DRAW_SEED.DAY.eq(day))
                .fetchSingle(DRAW_SEED.SEED);
    }
}
