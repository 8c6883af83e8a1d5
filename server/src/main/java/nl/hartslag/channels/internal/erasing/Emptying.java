package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.MAIL;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Takes what is in an envelope. The row stays, so that received is still placed and refused and waiting. */
@Component
class Emptying {
    private static final JSONB NOTHING = JSONB.valueOf("{}");
    private final DSLContext db;
    private final ReleasedBlobs files;
    private final Clock clock;

    Emptying(DSLContext db, ReleasedBlobs files, Clock clock) {
        this.db = db;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What came to addresses of several brands stays for the others, and goes with the last.
     *
     * @param held envelopes, locked by the caller, with the hashes of their bytes
     * @return of how many this brand let go
     */
    int empty(Result<Record2<UUID, String>> held, BrandId brand) {
        if (held.isEmpty()) return 0;
        Set<UUID> others = db.update(ENVELOPE)
                .set(ENVELOPE.BRAND_IDS, DSL.arrayRemove(ENVELOPE.BRAND_IDS, DSL.val(brand.value())))
                .where(ENVELOPE.ID.in(held.getValues(ENVELOPE.ID))).and(DSL.cardinality(ENVELOPE.BRAND_IDS).gt(1))
                .returning(ENVELOPE.ID).fetchSet(ENVELOPE.ID);
        var only = held.stream().filter(row -> !others.contains(row.value1())).toList();
        List<UUID> ids = only.stream().map(Record2::value1).toList();
        files.release(only.stream().map(Record2::value2).toList());
        Condition waits = ENVELOPE.STATE.eq("waiting");
        db.update(ENVELOPE)
                .set(ENVELOPE.PROVIDER_ID, DSL.concat(DSL.inline("erased "), ENVELOPE.ID.cast(String.class)))
                .set(ENVELOPE.BLOB_HASH, "").set(ENVELOPE.FACTS, NOTHING).set(ENVELOPE.PROOF, NOTHING).setNull(ENVELOPE.DETAIL)
                .set(ENVELOPE.SETTLED_AT, DSL.when(waits, DSL.val(clock.instant())).otherwise(ENVELOPE.SETTLED_AT))
                .set(ENVELOPE.OUTCOME, DSL.when(ENVELOPE.STATE.eq("placed"), ENVELOPE.OUTCOME).otherwise("erased"))
                .set(ENVELOPE.STATE, DSL.when(waits, "refused").otherwise(ENVELOPE.STATE)).set(ENVELOPE.SET_ASIDE, false)
                .where(ENVELOPE.ID.in(ids)).execute();
        db.update(MAIL)
                .set(MAIL.MESSAGE_KEY, DSL.concat(DSL.inline("erased "), MAIL.ID.cast(String.class))).setNull(MAIL.MESSAGE_ID)
                .where(MAIL.ID.in(DSL.select(PLACEMENT.MAIL_ID).from(PLACEMENT).where(PLACEMENT.ENVELOPE_ID.in(ids)))).execute();
        return held.size();
    }
}
