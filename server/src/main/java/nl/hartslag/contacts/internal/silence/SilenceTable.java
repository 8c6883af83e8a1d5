package nl.hartslag.contacts.internal.silence;

import static nl.hartslag.contacts.internal.db.Tables.SILENCE_RULE;
import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRuleRecord;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.SubStateId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What brands chose to do when a customer does not answer. */
@Component
public class SilenceTable {
    private static final int LONGEST = 4000;
    private static final int MOST_DAYS = 90;
    private static final int MOST_PER_DAY = 10_000;
    private final DSLContext db;

    SilenceTable(DSLContext db) {
        this.db = db;
    }

    public Settings of(BrandId brand) {
        return db.selectFrom(SILENCE_RULE).where(SILENCE_RULE.BRAND_ID.eq(brand.value())).fetchOptional(SilenceTable::settings).orElseGet(SilenceTable::usual);
    }

    public boolean active(UUID brand) {
        return db.fetchExists(SILENCE_RULE, SILENCE_RULE.BRAND_ID.eq(brand).and(SILENCE_RULE.ACTIVE));
    }

    /** When its rule was switched on last; nothing counts from before. */
    public Optional<Instant> countsFrom(BrandId brand) {
        return db.select(SILENCE_RULE.COUNTS_FROM).from(SILENCE_RULE).where(SILENCE_RULE.BRAND_ID.eq(brand.value())).fetchOptional(SILENCE_RULE.COUNTS_FROM);
    }

    /** Brands whose rule is switched on. */
    public List<BrandId> active() {
        return db.select(SILENCE_RULE.BRAND_ID).from(SILENCE_RULE).where(SILENCE_RULE.ACTIVE).fetch(row -> new BrandId(row.value1()));
    }

    /** @param countsFrom when it was switched on */
    public void store(BrandId brand, Settings wanted, Instant countsFrom) {
        verify(brand, wanted);
        SilenceRuleRecord row = new SilenceRuleRecord();
        row.setBrandId(brand.value());
        row.setActive(wanted.active());
        row.setRemindDays(wanted.remindDays());
        row.setSolveDays(wanted.solveDays());
        row.setMostPerDay(wanted.mostPerDay());
        row.setRemindNl(wanted.remindNl().strip());
        row.setRemindEn(wanted.remindEn().strip());
        row.setTellsClosing(wanted.tellsClosing());
        row.setClosingNl(wanted.closingNl().strip());
        row.setClosingEn(wanted.closingEn().strip());
        row.setAsksFeedback(wanted.asksFeedback());
        row.setExempt(wanted.exempt().stream().map(SubStateId::value).toArray(UUID[]::new));
        row.setCountsFrom(countsFrom);
        row.setVersion(wanted.version() + 1);
        int stored = db.insertInto(SILENCE_RULE).set(row)
                .onConflict(SILENCE_RULE.BRAND_ID).doUpdate().set(row).where(SILENCE_RULE.VERSION.eq(wanted.version()))
                .execute();
        if (stored == 0) throw Problem.of("silence/changed", 409);
    }

    private void verify(BrandId brand, Settings wanted) {
        FieldErrors errors = new FieldErrors()
                .range("remindDays", wanted.remindDays(), 1, MOST_DAYS)
                .range("solveDays", wanted.solveDays(), 1, MOST_DAYS)
                .range("mostPerDay", wanted.mostPerDay(), 1, MOST_PER_DAY);
        Map.of("remindNl", wanted.remindNl(), "remindEn", wanted.remindEn()).forEach((field, words) -> {
            words(errors, field, words);
            errors.check(SilenceWords.names(words, SilenceWords.DATE), field, "names-no-date");
        });
        words(errors, "closingNl", wanted.closingNl());
        words(errors, "closingEn", wanted.closingEn());
        var known = db.select(SUB_STATE.ID).from(SUB_STATE)
                .where(SUB_STATE.BRAND_ID.eq(brand.value())).and(SUB_STATE.STATE.eq("waiting_for_customer"))
                .fetchSet(row -> new SubStateId(row.value1()));
        errors.check(known.containsAll(wanted.exempt()), "exempt", "unknown").verify();
    }

    private static void words(FieldErrors errors, String field, String words) {
        errors.text(field, words, LONGEST).check(SilenceWords.known(words), field, "unknown-variable");
    }

    private static Settings settings(SilenceRuleRecord row) {
        return new Settings(row.getActive(), row.getRemindDays(), row.getSolveDays(), row.getMostPerDay(), row.getRemindNl(), row.getRemindEn(),
                row.getTellsClosing(), row.getClosingNl(), row.getClosingEn(), row.getAsksFeedback(),
                Arrays.stream(row.getExempt()).map(SubStateId::new).toList(), row.getVersion());
    }

    private static Settings usual() {
        return new Settings(false, 5, 7, 200, SilenceWords.usual("remind", "nl"), SilenceWords.usual("remind", "en"), true,
                SilenceWords.usual("closing", "nl"), SilenceWords.usual("closing", "en"), false, List.of(), 0);
    }
}
