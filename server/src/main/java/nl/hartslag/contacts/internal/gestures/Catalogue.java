package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE_CHOICE;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.GestureSettings.Choice;
import nl.hartslag.contacts.GestureSettings.ChoiceDraft;
import nl.hartslag.contacts.GestureSettings.Kind;
import nl.hartslag.contacts.internal.Rows;
import nl.hartslag.contacts.internal.db.tables.records.GestureChoiceRecord;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a brand may give. */
@Component
class Catalogue {
    private static final int MOST_OFFERED = 200;
    private final DSLContext db;
    private final GestureTerms terms;
    private final Clock clock;

    Catalogue(DSLContext db, GestureTerms terms, Clock clock) {
        this.db = db;
        this.terms = terms;
        this.clock = clock;
    }

    Page<Choice> page(BrandId brand, boolean archived, @Nullable String search, @Nullable String cursor, int limit) {
        Condition which = GESTURE_CHOICE.BRAND_ID.eq(brand.value());
        if (!archived) which = which.and(GESTURE_CHOICE.ARCHIVED_AT.isNull());
        if (search != null && !search.isBlank()) {
            String text = search.strip();
            which = which.and(GESTURE_CHOICE.NAME_NL.containsIgnoreCase(text).or(GESTURE_CHOICE.NAME_EN.containsIgnoreCase(text))
                    .or(GESTURE_CHOICE.TOLD_NL.containsIgnoreCase(text)).or(GESTURE_CHOICE.TOLD_EN.containsIgnoreCase(text)));
        }
        if (cursor != null) {
            GestureChoiceRecord last = place(cursor);
            which = which.and(DSL.row(GESTURE_CHOICE.NAME_NL, GESTURE_CHOICE.ID).gt(last.getNameNl(), last.getId()));
        }
        String currency = terms.currency(brand);
        var rows = db.selectFrom(GESTURE_CHOICE).where(which).orderBy(GESTURE_CHOICE.NAME_NL, GESTURE_CHOICE.ID).limit(limit + 1).fetch();
        var page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> view(row, currency)).toList(), rows.size() > limit ? page.getLast().getId().toString() : null);
    }

    List<Choice> offered(BrandId brand) {
        return page(brand, false, null, null, MOST_OFFERED).items();
    }

    Optional<GestureChoiceRecord> find(GestureChoiceId id) {
        return db.selectFrom(GESTURE_CHOICE).where(GESTURE_CHOICE.ID.eq(id.value())).fetchOptional();
    }

    GestureChoiceId create(BrandId brand, ChoiceDraft draft) {
        verify(draft);
        GestureChoiceId id = GestureChoiceId.next();
        GestureChoiceRecord row = db.newRecord(GESTURE_CHOICE);
        row.setId(id.value());
        row.setBrandId(brand.value());
        fill(row, draft);
        row.setArchivedAt(draft.archived() ? clock.instant() : null);
        row.insert();
        return id;
    }

    void change(GestureChoiceRecord row, ChoiceDraft draft) {
        verify(draft);
        fill(row, draft);
        row.update();
        db.update(GESTURE_CHOICE).set(GESTURE_CHOICE.ARCHIVED_AT, Archived.at(draft.archived(), GESTURE_CHOICE.ARCHIVED_AT, clock.instant()))
                .where(GESTURE_CHOICE.ID.eq(row.getId())).execute();
    }

    static Choice view(GestureChoiceRecord row, String currency) {
        return new Choice(new GestureChoiceId(row.getId()), Rows.state(Kind.class, row.getKind()), row.getNameNl(), row.getNameEn(),
                row.getAmountMinor(), currency, row.getFree(), row.getToldNl(), row.getToldEn(), row.getArchivedAt() != null);
    }

    private GestureChoiceRecord place(String cursor) {
        try {
            return find(GestureChoiceId.of(cursor)).orElseThrow(() -> Problem.invalid("cursor", "invalid"));
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    private static void fill(GestureChoiceRecord row, ChoiceDraft draft) {
        row.setKind(Rows.column(draft.kind()));
        row.setNameNl(draft.nameNl().strip());
        row.setNameEn(draft.nameEn().strip());
        row.setAmountMinor(draft.amountMinor());
        row.setFree(draft.free());
        row.setToldNl(draft.toldNl().strip());
        row.setToldEn(draft.toldEn().strip());
    }

    private static void verify(ChoiceDraft draft) {
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 80)
                .text("nameEn", draft.nameEn(), 80)
                .range("amountMinor", draft.amountMinor(), draft.free() ? 1 : 0, GestureTerms.MOST)
                .text("toldNl", draft.toldNl(), 500)
                .text("toldEn", draft.toldEn(), 500)
                .check(onlyTheAmount(draft.toldNl()), "toldNl", "placeholder")
                .check(onlyTheAmount(draft.toldEn()), "toldEn", "placeholder")
                .verify();
    }

    /** Anything else between braces would reach the customer as it stands. */
    private static boolean onlyTheAmount(@Nullable String told) {
        String rest = told == null ? "" : told.replace(GestureWords.AMOUNT, "");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }
}
