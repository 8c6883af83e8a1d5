package nl.hartslag.channels.internal.ledger;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;

import java.time.Instant;
import java.util.List;
import nl.hartslag.channels.IntakeLedger.HourRow;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts envelopes by hour of arrival; everything in a row is about the envelopes that arrived in that hour. */
@Component
class HourRows {
    private static final int MOST_ROWS = 2_000;
    private final DSLContext db;

    HourRows(DSLContext db) {
        this.db = db;
    }

    List<HourRow> read(Condition visible, Instant from, Instant until) {
        Field<Instant> hour = DSL.field("date_trunc('hour', {0}, 'UTC')", ENVELOPE.RECEIVED_AT.getDataType(), ENVELOPE.RECEIVED_AT).as("hour");
        Field<Integer> received = DSL.count();
        Field<Integer> placed = DSL.count().filterWhere(ENVELOPE.STATE.eq("placed"));
        Field<Integer> refused = DSL.count().filterWhere(ENVELOPE.STATE.eq("refused"));
        Field<Integer> waiting = DSL.count().filterWhere(ENVELOPE.STATE.eq("waiting"));
        Field<Integer> bounces = DSL.count().filterWhere(ENVELOPE.OUTCOME.in("bounce", "bounce-of-unknown-mail"));
        Field<Long> duplicates = DSL.sum(ENVELOPE.REPEATS).cast(Long.class)
                .plus(DSL.count().filterWhere(ENVELOPE.OUTCOME.eq("duplicate")));
        Field<Integer> placements = DSL.sum(DSL.field(DSL.selectCount().from(PLACEMENT).where(PLACEMENT.ENVELOPE_ID.eq(ENVELOPE.ID)))).cast(Integer.class);
        return db.select(hour, ENVELOPE.ADAPTER, received, placed, refused, waiting, placements, duplicates, bounces)
                .from(ENVELOPE)
                .where(visible).and(ENVELOPE.RECEIVED_AT.ge(from)).and(ENVELOPE.RECEIVED_AT.lt(until))
                .groupBy(hour, ENVELOPE.ADAPTER)
                .orderBy(hour.desc(), ENVELOPE.ADAPTER)
                .limit(MOST_ROWS)
                .fetch(r -> new HourRow(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(),
                        r.value9()));
    }
}
