package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.SILENCE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.contacts.internal.silence.SilentDays;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Since when cases wait for their customer, where their brand has a rule for it; whoever begins or ends one holds the case. Timers are
 * never cancelled: each moment has one of its own, which finds nothing left to do when there is another by then.
 */
@Component
class SilentSpans {
    static final String TIMER = "contacts.silence";
    private final DSLContext db;
    private final SilenceTable rules;
    private final SilentHours hours;
    private final Timers timers;

    SilentSpans(DSLContext db, SilenceTable rules, SilentHours hours, Timers timers) {
        this.db = db;
        this.rules = rules;
        this.hours = hours;
        this.timers = timers;
    }

    @EventListener
    void wrappedUp(ContactWrappedUp event) {
        end(event.caseId().value(), "changed", event.occurredAt());
        if (event.caseState() == CaseState.WAITING_FOR_CUSTOMER) begin(event.caseId().value(), event.brand().value(), event.occurredAt());
    }

    /** The case is ours again. @param solved whether it was */
    void reopened(UUID caseId, boolean solved, Instant at) {
        end(caseId, "changed", at);
        if (!solved) return;
        SilenceRecord last = db.selectFrom(SILENCE).where(SILENCE.CASE_ID.eq(caseId)).orderBy(SILENCE.ENDED_AT.desc()).limit(1).fetchOne();
        if (last == null || !last.getOutcome().equals("solved") || last.getReopenedAt() != null) return;
        last.setReopenedAt(at);
        last.update();
    }

    /** Contacts went from case to case. */
    void stands(CasesRecord row, Instant at) {
        if (!row.getState().equals("waiting_for_customer")) end(row.getId(), "moved", at);
        else running(row.getId()).ifPresentOrElse(this::takeOver, () -> begin(row.getId(), row.getBrandId(), at));
    }

    /** Who was reminded and heard or said nothing since is not reminded again, whichever case goes on. */
    private void takeOver(SilenceRecord span) {
        if (span.getRemindedAt() != null) return;
        reminded(span.getCaseId()).ifPresent(before -> {
            span.setConversationId(before.getConversationId());
            span.setReminderId(before.getReminderId());
            span.setRemindedAt(before.getRemindedAt());
            span.setToldAt(before.getToldAt());
            span.update();
            look(span, before.getToldAt());
        });
    }

    /** A reminder in a conversation of this case after which nobody said anything. */
    private Optional<SilenceRecord> reminded(UUID caseId) {
        return db.select(SILENCE.fields())
                .from(SILENCE).join(CONVERSATION).on(CONVERSATION.ID.eq(SILENCE.CONVERSATION_ID))
                .where(CONVERSATION.CASE_ID.eq(caseId)).and(CONVERSATION.ERASED_AT.isNull())
                .and(SILENCE.REMINDED_AT.isNotNull())
                .andNotExists(db.selectOne().from(MESSAGE)
                        .where(MESSAGE.CONVERSATION_ID.eq(SILENCE.CONVERSATION_ID))
                        .and(MESSAGE.DIRECTION.in("in", "out")).and(MESSAGE.AUTOMATIC.isFalse())
                        .and(MESSAGE.AT.gt(SILENCE.REMINDED_AT)))
                .orderBy(SILENCE.TOLD_AT.desc()).limit(1)
                .fetchOptionalInto(SILENCE);
    }

    /** Nothing where the brand has no rule, or it is switched off. */
    void begin(UUID caseId, UUID brand, Instant at) {
        if (!rules.active(brand)) return;
        SilentDays days = hours.days(new BrandId(brand));
        SilenceRecord span = db.newRecord(SILENCE);
        span.setId(Uuid7.next());
        span.setCaseId(caseId);
        span.setBrandId(brand);
        span.setSince(at);
        span.setNextAt(days.reminds(at));
        span.insert();
        look(span, span.getNextAt());
        takeOver(span);
    }

    Optional<SilenceRecord> running(UUID caseId) {
        return db.selectFrom(SILENCE).where(SILENCE.CASE_ID.eq(caseId)).and(SILENCE.ENDED_AT.isNull()).forUpdate().fetchOptional();
    }

    void end(UUID caseId, String outcome, Instant at) {
        db.update(SILENCE).set(SILENCE.OUTCOME, outcome).set(SILENCE.ENDED_AT, at)
                .where(SILENCE.CASE_ID.eq(caseId)).and(SILENCE.ENDED_AT.isNull()).execute();
    }

    /** Looks at it at this moment, and not before. */
    void look(SilenceRecord span, Instant at) {
        span.setNextAt(at);
        span.update();
        timers.schedule(TIMER, Uuid7.next().toString(), at, Map.of("case", span.getCaseId().toString(), "span", span.getId().toString()));
    }
}
