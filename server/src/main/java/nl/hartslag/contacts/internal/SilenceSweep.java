package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.SILENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.organisation.OrganisationChanged;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a rule for silence or the hours of a brand change, what waits follows: not in the transaction of whoever changed it, but in steps,
 * each in its own. Doing a step twice changes nothing.
 */
@Component
class SilenceSweep implements TimerHandler {
    private static final String TIMER = "contacts.silence-rule";
    private static final int STEP = 100;
    /** What changed is known on every node within two seconds; the step may run on any of them. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(3);
    private final DSLContext db;
    private final SilenceTable rules;
    private final SilentSpans spans;
    private final SilentCase silent;
    private final Timers timers;
    private final Clock clock;

    SilenceSweep(DSLContext db, SilenceTable rules, SilentSpans spans, SilentCase silent, Timers timers, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.spans = spans;
        this.silent = silent;
        this.timers = timers;
        this.clock = clock;
    }

    private enum What {
        /** What waits begins to count. */
        BEGIN,
        /** What waited before is left as it is. */
        LEAVE,
        /** Other days or hours. */
        LOOK
    }

    void switchedOn(BrandId brand, boolean waitingToo, Instant at) {
        schedule(waitingToo ? What.BEGIN : What.LEAVE, brand, at, at);
    }

    void lookAgain(BrandId brand, Instant at) {
        schedule(What.LOOK, brand, at, at);
    }

    @EventListener
    void changed(OrganisationChanged event) {
        List<BrandId> brands = switch (event.kind()) {
            case "calendar.changed" -> rules.active();
            case "channel-hours.changed" -> event.brand().filter(brand -> rules.active(brand.value())).stream().toList();
            default -> List.of();
        };
        brands.forEach(brand -> schedule(What.LOOK, brand, event.occurredAt(), event.occurredAt().plus(KNOWN_EVERYWHERE)));
    }

    private void schedule(What what, BrandId brand, Instant at, Instant due) {
        timers.schedule(TIMER, Uuid7.next().toString(), due,
                Map.of("what", what.name(), "brand", brand.toString(), "at", at.toString(), "after", new UUID(0, 0).toString()));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        Map<String, Object> payload = timer.payload();
        UUID brand = UUID.fromString((String) payload.get("brand"));
        UUID after = UUID.fromString((String) payload.get("after"));
        Instant at = Instant.parse((String) payload.get("at"));
        if (!rules.active(brand)) return;
        Optional<UUID> goesOn = switch (What.valueOf((String) payload.get("what"))) {
            case BEGIN -> begin(brand, after);
            case LEAVE -> leave(brand, after, at);
            case LOOK -> look(brand, after);
        };
        goesOn.ifPresent(last -> {
            Map<String, Object> rest = new HashMap<>(payload);
            rest.put("after", last.toString());
            timers.schedule(TIMER, timer.key(), clock.instant(), rest);
        });
    }

    /** @return the last of a full step */
    private Optional<UUID> begin(UUID brand, UUID after) {
        List<CasesRecord> step = db.selectFrom(CASES)
                .where(CASES.BRAND_ID.eq(brand)).and(CASES.STATE.eq("waiting_for_customer")).and(CASES.ID.gt(after))
                .orderBy(CASES.ID).limit(STEP).forNoKeyUpdate().fetch();
        step.stream().filter(row -> spans.running(row.getId()).isEmpty()).forEach(row -> spans.begin(row.getId(), brand, clock.instant()));
        return step.size() < STEP ? Optional.empty() : Optional.of(step.getLast().getId());
    }

    private Optional<UUID> leave(UUID brand, UUID after, Instant at) {
        List<SilenceRecord> step = step(brand, after);
        step.stream().filter(span -> span.getSince().isBefore(at)).forEach(span -> spans.end(span.getCaseId(), "off", at));
        return last(step);
    }

    /** What somebody has in hand just now he leaves with the new days. */
    private Optional<UUID> look(UUID brand, UUID after) {
        List<SilenceRecord> step = step(brand, after);
        db.selectFrom(SILENCE)
                .where(SILENCE.ID.in(step.stream().map(SilenceRecord::getId).toList())).and(SILENCE.ENDED_AT.isNull()).and(SILENCE.LEFT_OPEN_AT.isNull())
                .orderBy(SILENCE.ID).forUpdate().skipLocked()
                .forEach(span -> {
                    SilentCase.Moments moments = silent.moments(span);
                    spans.look(span, span.getRemindedAt() == null ? moments.remindAt() : moments.solveAt());
                });
        return last(step);
    }

    private List<SilenceRecord> step(UUID brand, UUID after) {
        return db.selectFrom(SILENCE).where(SILENCE.BRAND_ID.eq(brand)).and(SILENCE.ENDED_AT.isNull()).and(SILENCE.ID.gt(after))
                .orderBy(SILENCE.ID).limit(STEP).fetch();
    }

    private static Optional<UUID> last(List<SilenceRecord> step) {
        return step.size() < STEP ? Optional.empty() : Optional.of(step.getLast().getId());
    }
}
