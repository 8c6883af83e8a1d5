package nl.hartslag.organisation.internal.retention;

import static nl.hartslag.organisation.internal.db.Tables.RETENTION_RUN;
import static nl.hartslag.organisation.internal.db.Tables.RETENTION_STATE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.organisation.internal.db.tables.records.RetentionRuleRecord;
import nl.hartslag.platform.privacy.Perishable;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes every night what the rules say, a little at a time, so that nobody who works waits for it. */
@Component
class EveryDay implements TimerHandler {
    static final String KIND = "organisation.retention";
    private static final String TOOK = "took";
    private static final int AT_ONCE = 25;
    private static final LocalTime NIGHT = LocalTime.of(1, 30);
    private static final Duration BREATH = Duration.ofSeconds(1);
    private final DSLContext db;
    private final RetentionRules rules;
    private final ObjectProvider<Perishable> kinds;
    private final Timers timers;
    private final Clock clock;

    EveryDay(DSLContext db, RetentionRules rules, ObjectProvider<Perishable> kinds, Timers timers, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.kinds = kinds;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() {
        timers.schedule(KIND, "all", tonight(), Map.of());
    }

    private Instant tonight() {
        Instant tonight = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).atTime(NIGHT).toInstant(ZoneOffset.UTC);
        return tonight.isAfter(clock.instant()) ? tonight : tonight.plus(Duration.ofDays(1));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One part of the work of one rule; then the next after a breath, until no rule finds anything. */
    @Override
    public void fire(DueTimer timer) {
        boolean paused = db.fetchExists(RETENTION_STATE, RETENTION_STATE.PAUSED_AT.isNotNull());
        Optional<RetentionRuleRecord> took = paused ? Optional.empty() : inTurn(timer.payload().get(TOOK)).stream().filter(this::take).findFirst();
        timers.schedule(KIND, "all", took.isPresent() ? clock.instant().plus(BREATH) : tonight(), took.map(rule -> Map.of(TOOK, rule.getId())).orElse(Map.of()));
    }

    /** Those after the one that took last come first: no rule waits until another is done. */
    private List<RetentionRuleRecord> inTurn(@Nullable Object last) {
        List<RetentionRuleRecord> all = new ArrayList<>(rules.all());
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).getId().toString().equals(last)) continue;
            Collections.rotate(all, -(i + 1));
            break;
        }
        return all;
    }

    private boolean take(RetentionRuleRecord rule) {
        Perishable what = kinds.stream().filter(one -> one.kind().equals(rule.getKind())).findFirst().orElseThrow();
        int taken = what.take(rules.kept(rule.getBrandId(), rule.getChannel(), rule.getKind(), rule.getMonths()), AT_ONCE);
        if (taken > 0) note(rule, taken);
        return taken > 0;
    }

    private void note(RetentionRuleRecord rule, int taken) {
        Instant now = clock.instant();
        db.insertInto(RETENTION_RUN)
                .set(RETENTION_RUN.ID, Uuid7.next())
                .set(RETENTION_RUN.DAY, LocalDate.ofInstant(now, ZoneOffset.UTC))
                .set(RETENTION_RUN.RULE_ID, rule.getId())
                .set(RETENTION_RUN.BRAND_ID, rule.getBrandId())
                .set(RETENTION_RUN.CHANNEL, rule.getChannel())
                .set(RETENTION_RUN.KIND, rule.getKind())
                .set(RETENTION_RUN.MONTHS, rule.getMonths())
                .set(RETENTION_RUN.TAKEN, taken)
                .set(RETENTION_RUN.LAST_AT, now)
                .onConflict(RETENTION_RUN.DAY, RETENTION_RUN.RULE_ID, RETENTION_RUN.MONTHS)
                .doUpdate().set(RETENTION_RUN.TAKEN, RETENTION_RUN.TAKEN.plus(taken)).set(RETENTION_RUN.LAST_AT, now)
                .execute();
    }
}
