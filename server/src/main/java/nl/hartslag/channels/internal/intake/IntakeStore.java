package nl.hartslag.channels.internal.intake;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.INTAKE_LANE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Uuid7;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of the intake. Every method belongs in a transaction of the caller. */
@Component
public class IntakeStore {
    static final int LANES = 16;
    /** Many, because a transaction of many mails costs little more than one of a few; not all, so that two workers can share a rush. */
    private static final int LANES_AT_ONCE = 8;
    private final DSLContext db;
    private final Blobs blobs;
    private final Clock clock;

    IntakeStore(DSLContext db, Blobs blobs, Clock clock) {
        this.db = db;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** @param repeated the very same was stored before; only its count went up */
    public record Stored(EnvelopeId id, boolean repeated) {}

    public Stored store(IncomingEnvelope in) {
        String hash = put(in.content());
        UUID id = Uuid7.next();
        Instant now = clock.instant();
        EnvelopeRecord row = db.insertInto(ENVELOPE)
                .set(ENVELOPE.ID, id)
                .set(ENVELOPE.ADAPTER, in.adapter())
                .set(ENVELOPE.SOURCE, in.source())
                .set(ENVELOPE.PROVIDER_ID, in.providerId())
                .set(ENVELOPE.KIND, in.kind())
                .set(ENVELOPE.BRAND_IDS, in.brands().stream().map(BrandId::value).distinct().toArray(UUID[]::new))
                .set(ENVELOPE.BLOB_HASH, hash)
                .set(ENVELOPE.SIZE, in.content().size())
                .set(ENVELOPE.FACTS, Json.of(in.facts()))
                .set(ENVELOPE.LANE, lane(in.order()))
                .set(ENVELOPE.NEXT_TRY_AT, now)
                .set(ENVELOPE.RECEIVED_AT, now)
                .onConflict(ENVELOPE.SOURCE, ENVELOPE.PROVIDER_ID, ENVELOPE.KIND)
                .doUpdate().set(ENVELOPE.REPEATS, ENVELOPE.REPEATS.plus(1))
                .returning(ENVELOPE.ID)
                .fetchSingle();
        return new Stored(new EnvelopeId(row.getId()), !row.getId().equals(id));
    }

    private String put(Spool content) {
        byte[] bytes = content.bytes();
        if (bytes != null) return blobs.put(bytes);
        try (InputStream in = content.open()) {
            return blobs.put(in, content.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static short lane(String order) {
        return (short) Math.floorMod(order.hashCode() * 31, LANES);
    }

    /** Takes lanes with work, those that were served least recently; another worker may find the rest. */
    List<Short> takeLanes(UUID worker, Duration lease) {
        Instant now = clock.instant();
        // a lease is worth nothing after a crash, so nobody waits for the disk
        db.execute("set local synchronous_commit to off");
        return db.update(INTAKE_LANE)
                .set(INTAKE_LANE.HELD_BY, worker)
                .set(INTAKE_LANE.HELD_UNTIL, now.plus(lease))
                .where(INTAKE_LANE.LANE.eq(DSL.any(DSL.array(DSL.select(INTAKE_LANE.LANE).from(INTAKE_LANE)
                        .where(free(now, lease))
                        .and(DSL.exists(DSL.selectOne().from(ENVELOPE)
                                .where(ENVELOPE.LANE.eq(INTAKE_LANE.LANE))
                                .and(ENVELOPE.STATE.eq("waiting")).and(ENVELOPE.SET_ASIDE.isFalse())
                                .and(due(now))))
                        .orderBy(INTAKE_LANE.HELD_UNTIL.gt(now).desc(), INTAKE_LANE.HELD_UNTIL)
                        .limit(LANES_AT_ONCE).forUpdate().skipLocked()))))
                .returning(INTAKE_LANE.LANE)
                .fetch(INTAKE_LANE.LANE);
    }

    /** One that was left, or whose holder is gone; also when the clock was set back, after which nobody can hold one for so long. */
    private static Condition free(Instant now, Duration lease) {
        return INTAKE_LANE.HELD_BY.isNull().or(INTAKE_LANE.HELD_UNTIL.le(now)).or(INTAKE_LANE.HELD_UNTIL.gt(now.plus(lease)));
    }

    /** What was never tried is due whatever the clock said when it came. */
    private static Condition due(Instant now) {
        return ENVELOPE.NEXT_TRY_AT.le(now).or(ENVELOPE.ATTEMPTS.eq(DSL.inline(0)));
    }

    /** @return whether all were still ours; if not, another worker may be at work and nothing may be written */
    boolean keepLanes(List<Short> lanes, UUID worker, Duration lease) {
        return db.update(INTAKE_LANE)
                .set(INTAKE_LANE.HELD_UNTIL, clock.instant().plus(lease))
                .where(held(lanes, worker))
                .execute() == lanes.size();
    }

    /** Free for others when the transaction commits. @return whether all were still ours */
    boolean leaveLanes(List<Short> lanes, UUID worker) {
        return db.update(INTAKE_LANE)
                .set(INTAKE_LANE.HELD_UNTIL, clock.instant())
                .setNull(INTAKE_LANE.HELD_BY)
                .where(held(lanes, worker))
                .execute() == lanes.size();
    }

    private static Condition held(List<Short> lanes, UUID worker) {
        return INTAKE_LANE.LANE.eq(DSL.any(lanes.toArray(Short[]::new))).and(INTAKE_LANE.HELD_BY.eq(worker));
    }

    /** The oldest of each lane, so that a long lane holds up no other. */
    List<Envelope> waiting(List<Short> lanes, int limit) {
        var lane = DSL.unnest(lanes.toArray(Short[]::new)).as("held", "lane");
        var oldest = DSL.lateral(DSL.selectFrom(ENVELOPE)
                .where(ENVELOPE.LANE.eq(lane.field("lane", Short.class)))
                .and(ENVELOPE.STATE.eq("waiting")).and(ENVELOPE.SET_ASIDE.isFalse())
                .and(due(clock.instant()))
                .orderBy(ENVELOPE.SEQ).limit(Math.max(1, limit / lanes.size()))).as("oldest");
        return db.select(oldest.fields()).from(lane).crossJoin(oldest).orderBy(oldest.field(ENVELOPE.SEQ))
                .fetchInto(ENVELOPE).stream().map(IntakeStore::envelope).toList();
    }

    static Envelope envelope(EnvelopeRecord row) {
        return new Envelope(new EnvelopeId(row.getId()), row.getAdapter(), row.getSource(), row.getKind(),
                Arrays.stream(row.getBrandIds()).map(BrandId::new).toList(), row.getBlobHash(), Json.map(row.getFacts()), row.getLane(),
                row.getAttempts(), row.getReceivedAt());
    }

    /** A conditional statement decides; false when somebody settled it already. */
    public boolean settle(EnvelopeId id, EnvelopeProcessor.Settled settled) {
        return settle(Map.of(id, settled));
    }

    /** The same for several; false when somebody settled one of them already. */
    boolean settle(Map<EnvelopeId, EnvelopeProcessor.Settled> several) {
        if (several.isEmpty()) return true;
        Instant now = clock.instant();
        BatchBindStep batch = db.batch(db.update(ENVELOPE)
                .set(ENVELOPE.STATE, "")
                .set(ENVELOPE.OUTCOME, "")
                .set(ENVELOPE.DETAIL, "")
                .set(ENVELOPE.PROOF, Json.of(Map.of()))
                .set(ENVELOPE.SETTLED_AT, now)
                .set(ENVELOPE.SET_ASIDE, DSL.inline(false))
                .set(ENVELOPE.ATTEMPTS, ENVELOPE.ATTEMPTS.plus(DSL.inline(1)))
                .where(ENVELOPE.ID.eq(new UUID(0, 0))).and(ENVELOPE.STATE.eq(DSL.inline("waiting"))));
        several.forEach((id, settled) -> batch.bind(settled.placed() ? "placed" : "refused", settled.outcome(), settled.detail(),
                Json.of(settled.proof()), now, id.value()));
        return Arrays.stream(batch.execute()).allMatch(changed -> changed == 1);
    }

    /** @param retry empty sets it aside for a person */
    void failed(EnvelopeId id, String detail, Optional<Instant> retry) {
        db.update(ENVELOPE)
                .set(ENVELOPE.ATTEMPTS, ENVELOPE.ATTEMPTS.plus(1))
                .set(ENVELOPE.DETAIL, detail)
                .set(ENVELOPE.SET_ASIDE, retry.isEmpty())
                .set(ENVELOPE.NEXT_TRY_AT, retry.orElse(clock.instant()))
                .where(ENVELOPE.ID.eq(id.value())).and(ENVELOPE.STATE.eq("waiting"))
                .execute();
    }
}
