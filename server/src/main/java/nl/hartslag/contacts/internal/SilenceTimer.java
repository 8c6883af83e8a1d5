package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.SILENCE;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * At its moment a case that waits for its customer is reminded or solved, if by then nothing stands in the way; else it is looked at again
 * the next day. The case is held, so a mail of the customer comes before, and is answered, or after, and opens it again.
 */
@Component
class SilenceTimer implements TimerHandler {
    private final DSLContext db;
    private final CaseRows rows;
    private final SilentSpans spans;
    private final SilentCase silent;
    private final SilentHours hours;
    private final SilenceTable rules;
    private final BreakingSilence breaking;
    private final Clock clock;

    SilenceTimer(
            DSLContext db, CaseRows rows, SilentSpans spans, SilentCase silent, SilentHours hours, SilenceTable rules, BreakingSilence breaking, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.spans = spans;
        this.silent = silent;
        this.hours = hours;
        this.rules = rules;
        this.breaking = breaking;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SilentSpans.TIMER;
    }

    /** One that was moved since then has another timer; this one finds nothing left to do. */
    @Override
    public void fire(DueTimer timer) {
        UUID id = UUID.fromString((String) timer.payload().get("span"));
        Held held = rows.hold(CaseId.of((String) timer.payload().get("case")));
        db.selectFrom(SILENCE).where(SILENCE.ID.eq(id)).and(SILENCE.ENDED_AT.isNull()).forUpdate().fetchOptional()
                .filter(span -> span.getLeftOpenAt() == null && !span.getNextAt().isAfter(timer.dueAt()))
                .ifPresent(span -> look(held, span));
    }

    private void look(Held held, SilenceRecord span) {
        CasesRecord row = held.cases().get(span.getCaseId());
        Instant now = clock.instant();
        BrandId brand = new BrandId(span.getBrandId());
        Settings rule = rules.of(brand);
        Optional<ConversationRecord> asked = silent.asked(row.getId()).map(found -> held.conversations().get(found.getId()));
        if (!rule.active()) spans.end(row.getId(), "off", now);
        else if (!row.getState().equals("waiting_for_customer")) spans.end(row.getId(), "changed", now);
        else if (asked.isEmpty()) spans.end(row.getId(), "erased", now);
        else look(held, row, span, rule, asked.get(), now);
    }

    private void look(Held held, CasesRecord row, SilenceRecord span, Settings rule, ConversationRecord conversation, Instant now) {
        BrandId brand = new BrandId(span.getBrandId());
        boolean reminds = span.getRemindedAt() == null;
        SilentCase.Moments moments = silent.moments(span);
        Instant due = reminds ? moments.remindAt() : moments.solveAt();
        if (due.isAfter(now)) spans.look(span, due);
        else if (!hours.open(brand, now)) spans.look(span, hours.opens(brand, now).isAfter(now) ? hours.opens(brand, now) : hours.nextDay(brand, now));
        else if (silent.obstacle(row, span, conversation).isPresent() || reminds && full(rule, brand, now)) spans.look(span, hours.nextDay(brand, now));
        else if (reminds) spans.look(span, breaking.remind(span, row, conversation, rule, now));
        else breaking.solve(span, row, held, conversation, rule, now);
    }

    /** One after another for a brand, so that two at once do not both count themselves as the last. */
    private boolean full(Settings rule, BrandId brand, Instant now) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 72))", DSL.val("contacts/silence/" + brand));
        Instant morning = now.atZone(hours.zone(brand)).toLocalDate().atStartOfDay(hours.zone(brand)).toInstant();
        return db.fetchCount(SILENCE, SILENCE.BRAND_ID.eq(brand.value()).and(SILENCE.REMINDED_AT.ge(morning))) >= rule.mostPerDay();
    }
}
