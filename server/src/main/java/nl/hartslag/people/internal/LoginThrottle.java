package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.LOGIN_THROTTLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.hartslag.platform.problem.Problem;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Slows down guessing: after five failures a pause that doubles, per account and per source, on all nodes. */
@Component
class LoginThrottle {
    private static final int FREE_FAILURES = 5;
    private static final int FREE_FAILURES_PER_SOURCE = 50;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private final DSLContext db;
    private final Clock clock;

    LoginThrottle(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void check(String account, String source) {
        Instant now = clock.instant();
        db.select(LOGIN_THROTTLE.BLOCKED_UNTIL)
                .from(LOGIN_THROTTLE)
                .where(LOGIN_THROTTLE.KEY.in("account:" + account, "source:" + source))
                .and(LOGIN_THROTTLE.BLOCKED_UNTIL.gt(now))
                .orderBy(LOGIN_THROTTLE.BLOCKED_UNTIL.desc())
                .limit(1)
                .fetchOptional()
                .ifPresent(row -> {
                    long seconds = Math.max(1, Duration.between(now, row.value1()).toSeconds());
                    throw Problem.of("people/throttled", 429).with("retryAfterSeconds", seconds);
                });
    }

    /** In a transaction of its own: the failure counts, although the log-in is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String account, String source) {
        count("account:" + account, FREE_FAILURES);
        count("source:" + source, FREE_FAILURES_PER_SOURCE);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String account) {
        db.deleteFrom(LOGIN_THROTTLE).where(LOGIN_THROTTLE.KEY.eq("account:" + account)).execute();
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        int failures = db.insertInto(LOGIN_THROTTLE)
                .set(LOGIN_THROTTLE.KEY, key)
                .set(LOGIN_THROTTLE.FAILURES, 1)
                .set(LOGIN_THROTTLE.LAST_AT, now)
                .onConflict(LOGIN_THROTTLE.KEY)
                .doUpdate()
                .set(
                        LOGIN_THROTTLE.FAILURES,
                        org.jooq.impl.DSL.when(LOGIN_THROTTLE.LAST_AT.lt(now.minus(FORGOTTEN_AFTER)), 1)
                                .otherwise(LOGIN_THROTTLE.FAILURES.plus(1)))
                .set(LOGIN_THROTTLE.LAST_AT, now)
                .returning(LOGIN_THROTTLE.FAILURES)
                .fetchSingle()
                .getFailures();
        if (failures < free) return;
        Duration pause = Duration.ofSeconds(15L << Math.min(6, failures - free));
        db.update(LOGIN_THROTTLE)
                .set(LOGIN_THROTTLE.BLOCKED_UNTIL, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause))
                .where(LOGIN_THROTTLE.KEY.eq(key))
                .execute();
    }
}
