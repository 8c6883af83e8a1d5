package nl.hartslag.contacts.internal.silence;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.contacts.internal.db.Tables.SILENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.hartslag.contacts.Silence.Figures;
import nl.hartslag.contacts.Silence.Preview;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.SubStateId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the rule did in the last thirty days, and what it would do. */
@Component
public class SilenceFigures {
    private static final Duration SPAN = Duration.ofDays(30);
    private static final Duration SOON = Duration.ofDays(1);
    private static final String REOPENS_WITHIN = "7 days";
    private final DSLContext db;

    SilenceFigures(DSLContext db) {
        this.db = db;
    }

    public Figures of(BrandId brand, Instant now) {
        Condition ours = SILENCE.BRAND_ID.eq(brand.value());
        Condition reminded = ours.and(SILENCE.REMINDED_AT.gt(now.minus(SPAN)));
        Condition answered = DSL.exists(DSL.selectOne().from(MESSAGE).where(MESSAGE.CONVERSATION_ID.eq(SILENCE.CONVERSATION_ID))
                .and(MESSAGE.DIRECTION.eq("in")).and(MESSAGE.AUTOMATIC.isFalse()).and(MESSAGE.AT.gt(SILENCE.REMINDED_AT)));
        Condition solved = ours.and(SILENCE.OUTCOME.eq("solved")).and(SILENCE.ENDED_AT.gt(now.minus(SPAN)));
        Condition reopened = DSL.condition("{0} < {1} + {2}::interval", SILENCE.REOPENED_AT, SILENCE.ENDED_AT, DSL.inline(REOPENS_WITHIN));
        return new Figures(reminders(reminded), reminders(reminded.and(answered)), db.fetchCount(SILENCE, solved), db.fetchCount(SILENCE, solved.and(reopened)));
    }

    /** One that went along to another case is one. */
    private int reminders(Condition which) {
        return db.select(DSL.countDistinct(SILENCE.REMINDER_ID)).from(SILENCE).where(which).fetchSingle().value1();
    }

    /** @param mails whether the brand sends mail at all */
    public Preview preview(BrandId brand, Settings rule, SilentDays days, boolean mails, Instant now) {
        Condition waits = CASES.BRAND_ID.eq(brand.value()).and(CASES.STATE.eq(DSL.inline("waiting_for_customer")))
                .and(CASES.SUB_STATE_ID.isNull().or(CASES.SUB_STATE_ID.notIn(rule.exempt().stream().map(SubStateId::value).toList())));
        int waiting = db.fetchCount(CASES, waits);
        int unreachable = mails ? db.fetchCount(CASES, waits.and(unreachable())) : waiting;
        Condition soon = SILENCE.BRAND_ID.eq(brand.value()).and(SILENCE.ENDED_AT.isNull()).and(SILENCE.LEFT_OPEN_AT.isNull()).and(SILENCE.NEXT_AT.lt(now.plus(SOON)));
        Instant reminds = days.reminds(now);
        return new Preview(waiting, unreachable, day(reminds, days), day(days.solves(reminds), days),
                rule.active() ? db.fetchCount(SILENCE, soon.and(SILENCE.REMINDED_AT.isNull())) : 0,
                rule.active() ? db.fetchCount(SILENCE, soon.and(SILENCE.REMINDED_AT.isNotNull())) : 0);
    }

    /** Nobody gave an address in it, or what we sent came back. */
    private static Condition unreachable() {
        Condition here = CONVERSATION.CASE_ID.eq(CASES.ID).and(CONVERSATION.ERASED_AT.isNull());
        return DSL.notExists(DSL.selectOne().from(CONVERSATION).join(PARTICIPANT).on(PARTICIPANT.CONVERSATION_ID.eq(CONVERSATION.ID))
                        .where(here).and(PARTICIPANT.ROLE.eq("customer")))
                .or(DSL.exists(DSL.selectOne().from(CONVERSATION).join(OUTBOX).on(OUTBOX.CONVERSATION_ID.eq(CONVERSATION.ID))
                        .where(here).and(OUTBOX.TROUBLE.in("failed", "bounced"))));
    }

    private static LocalDate day(Instant at, SilentDays days) {
        return LocalDate.ofInstant(at, days.zone());
    }
}
