package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.SILENCE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Silence.Obstacle;
import nl.hartslag.contacts.Silence.OfCase;
import nl.hartslag.contacts.Silence.Stage;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rule will do with a case, or did. */
@Component
class SilentReading {
    private final DSLContext db;
    private final SilenceTable rules;
    private final SilentCase silent;
    private final SilentHours hours;

    SilentReading(DSLContext db, SilenceTable rules, SilentCase silent, SilentHours hours) {
        this.db = db;
        this.rules = rules;
        this.silent = silent;
        this.hours = hours;
    }

    /** Empty where no rule has to do with it. */
    Optional<OfCase> of(CasesRecord row) {
        if (row.getState().equals("solved")) return solved(row);
        if (!row.getState().equals("waiting_for_customer") || !rules.active(row.getBrandId())) return Optional.empty();
        return db.selectFrom(SILENCE).where(SILENCE.CASE_ID.eq(row.getId())).and(SILENCE.ENDED_AT.isNull()).fetchOptional()
                .flatMap(span -> silent.asked(row.getId()).map(conversation ->
                        waits(span, silent.obstacle(row, span, conversation).orElse(null))));
    }

    private Optional<OfCase> solved(CasesRecord row) {
        return db.selectFrom(SILENCE)
                .where(SILENCE.CASE_ID.eq(row.getId())).and(SILENCE.OUTCOME.eq("solved")).and(SILENCE.ENDED_AT.eq(row.getSolvedAt()))
                .limit(1)
                .fetchOptional(span -> new OfCase(Stage.SOLVED, span.getRemindedAt(), span.getEndedAt(), null, null));
    }

    private OfCase waits(SilenceRecord span, @Nullable Obstacle obstacle) {
        SilentCase.Moments moments = silent.moments(span);
        Stage stage = span.getLeftOpenAt() != null ? Stage.LEFT_OPEN : span.getRemindedAt() != null ? Stage.REMINDED : Stage.WAITS;
        if (span.getRemindedAt() != null) return new OfCase(stage, moments.remindAt(), later(moments.solveAt(), span), obstacle, leftOpenBy(span));
        Instant reminds = later(moments.remindAt(), span);
        return new OfCase(stage, reminds, hours.days(new BrandId(span.getBrandId())).solves(reminds), obstacle, leftOpenBy(span));
    }

    /** What was put off is looked at later than its days say. */
    private static Instant later(Instant moment, SilenceRecord span) {
        return span.getLeftOpenAt() == null && span.getNextAt().isAfter(moment) ? span.getNextAt() : moment;
    }

    private @Nullable String leftOpenBy(SilenceRecord span) {
        return span.getLeftOpenBy() == null ? null
                : db.select(SHOWN_USER.NAME).from(SHOWN_USER).where(SHOWN_USER.ID.eq(span.getLeftOpenBy())).fetchOne(SHOWN_USER.NAME);
    }
}
