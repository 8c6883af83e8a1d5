package nl.hartslag.platform.idempotency;

import static nl.hartslag.platform.internal.db.Tables.IDEMPOTENCY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.internal.db.tables.records.IdempotencyRecord;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The keys of the past day; one conditional statement decides who does the work. */
@Component
class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);
    /** Far longer than a command takes; afterwards whoever has it is taken for dead. */
    static final Duration HELD = Duration.ofMinutes(1);
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Secrets secrets;
    private final Timers timers;
    private final JsonMapper json;
    private final Clock clock;

    IdempotencyKeys(DSLContext db, TransactionTemplate transactions, Secrets secrets, Timers timers, JsonMapper json, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.secrets = secrets;
        this.timers = timers;
        this.json = json;
        this.clock = clock;
    }

    Claim claim(String caller, String key, String fingerprint) {
        return transactions.execute(_ -> {
            Instant now = clock.instant();
            UUID id = Uuid7.next();
            int mine = db.insertInto(IDEMPOTENCY)
                    .set(IDEMPOTENCY.CALLER, caller)
                    .set(IDEMPOTENCY.KEY, key)
                    .set(IDEMPOTENCY.FINGERPRINT, fingerprint)
                    .set(IDEMPOTENCY.CLAIM, id)
                    .set(IDEMPOTENCY.CLAIMED_AT, now)
                    .set(IDEMPOTENCY.HELD_UNTIL, now.plus(HELD))
                    .onConflict(IDEMPOTENCY.CALLER, IDEMPOTENCY.KEY)
                    .doUpdate()
                    .set(IDEMPOTENCY.FINGERPRINT, fingerprint)
                    .set(IDEMPOTENCY.CLAIM, id)
                    .set(IDEMPOTENCY.CLAIMED_AT, now)
                    .set(IDEMPOTENCY.HELD_UNTIL, now.plus(HELD))
                    .set(IDEMPOTENCY.COMMITTED, false)
                    .setNull(IDEMPOTENCY.STATUS)
                    .setNull(IDEMPOTENCY.ANSWER)
                    .where(IDEMPOTENCY.CLAIMED_AT.le(now.minus(KEPT)).or(left(fingerprint, now)))
                    .execute();
            if (mine == 0) return known(caller, key, fingerprint, now);
            forgetLater(now);
            return new Claim.Mine(caller, key, id);
        });
    }

    /** Whoever had it is gone, and nothing came of it. */
    private static Condition left(String fingerprint, Instant now) {
        return IDEMPOTENCY.STATUS.isNull()
                .and(IDEMPOTENCY.COMMITTED.isFalse())
                .and(IDEMPOTENCY.FINGERPRINT.eq(fingerprint))
                .and(IDEMPOTENCY.HELD_UNTIL.le(now));
    }

    private Claim known(String caller, String key, String fingerprint, Instant now) {
        IdempotencyRecord row = db.fetchOne(IDEMPOTENCY, IDEMPOTENCY.CALLER.eq(caller), IDEMPOTENCY.KEY.eq(key));
        if (row == null) return new Claim.Running();
        if (!row.getFingerprint().equals(fingerprint)) return new Claim.Other();
        if (row.getAnswer() != null) return new Claim.Answered(json.readValue(secrets.open(row.getAnswer()), Kept.class));
        return row.getCommitted() && !row.getHeldUntil().isAfter(now) ? new Claim.AnswerLost() : new Claim.Running();
    }

    /** With the transaction of the work. @return whether the claim still was his; otherwise the work must not be committed */
    boolean committing(Claim.Mine claim) {
        return db.update(IDEMPOTENCY).set(IDEMPOTENCY.COMMITTED, true).where(is(claim)).execute() > 0;
    }

    void answered(Claim.Mine claim, Kept answer) {
        db.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, answer.status())
                .set(IDEMPOTENCY.ANSWER, secrets.seal(json.writeValueAsString(answer)))
                .where(is(claim))
                .execute();
    }

    /** Nothing was done, so that the same may be tried again. @return whether that is so */
    boolean forget(Claim.Mine claim) {
        return db.deleteFrom(IDEMPOTENCY).where(is(claim)).and(IDEMPOTENCY.COMMITTED.isFalse()).execute() > 0;
    }

    private static Condition is(Claim.Mine claim) {
        return IDEMPOTENCY.CALLER.eq(claim.caller()).and(IDEMPOTENCY.KEY.eq(claim.key())).and(IDEMPOTENCY.CLAIM.eq(claim.id()));
    }

    /** One timer for all keys of an hour. */
    private void forgetLater(Instant now) {
        Instant hour = now.plus(KEPT).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        timers.schedule(ForgetKeys.KIND, hour.toString(), hour, Map.of());
    }

    int forgetOld() {
        return db.deleteFrom(IDEMPOTENCY).where(IDEMPOTENCY.CLAIMED_AT.le(clock.instant().minus(KEPT))).execute();
    }
}
