package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_USE;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.hartslag.knowledge.GuidelineUse.Kind;
import nl.hartslag.knowledge.GuidelineUse.NewMark;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineMarkRecord;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineUseRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of a guideline beside a contact. */
@Component
class Uses {
    private final DSLContext db;

    Uses(DSLContext db) {
        this.db = db;
    }

    /** The version this contact goes by: the one that was opened first, or else the one that holds. */
    int numberFor(Situation contact, GuidelineId guideline) {
        return db.select(GUIDELINE_USE.NUMBER).from(GUIDELINE_USE)
                .where(GUIDELINE_USE.CONTACT_ID.eq(contact.contact().value()))
                .and(GUIDELINE_USE.GUIDELINE_ID.eq(guideline.value()))
                .and(GUIDELINE_USE.OPENED_AT.isNotNull())
                .orderBy(GUIDELINE_USE.NUMBER)
                .limit(1)
                .fetchOptional(GUIDELINE_USE.NUMBER)
                .or(() -> holding(contact, guideline))
                .orElseThrow(() -> Problem.notFound("guidelines"));
    }

    Optional<Integer> holding(Situation contact, GuidelineId guideline) {
        return db.select(GUIDELINE.PUBLISHED).from(GUIDELINE)
                .where(GUIDELINE.ID.eq(guideline.value()))
                .and(GUIDELINE.BRAND_ID.eq(contact.brand().value()))
                .and(GUIDELINE.PUBLISHED.gt(0))
                .and(GUIDELINE.ARCHIVED_AT.isNull())
                .fetchOptional(GUIDELINE.PUBLISHED);
    }

    void shown(Situation contact, GuidelineId guideline, int number, Instant at) {
        db.insertInto(GUIDELINE_USE)
                .set(GUIDELINE_USE.ID, Uuid7.next())
                .set(GUIDELINE_USE.GUIDELINE_ID, guideline.value())
                .set(GUIDELINE_USE.NUMBER, number)
                .set(GUIDELINE_USE.CONTACT_ID, contact.contact().value())
                .set(GUIDELINE_USE.CONVERSATION_ID, contact.conversation().value())
                .set(GUIDELINE_USE.BRAND_ID, contact.brand().value())
                .set(GUIDELINE_USE.PARTNER_ID, contact.partner().map(PartnerId::value).orElse(null))
                .set(GUIDELINE_USE.SHOWN_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /** Locked, so that of two screens the last word stands. */
    GuidelineUseRecord opened(Situation contact, GuidelineId guideline, int number, Instant at) {
        shown(contact, guideline, number, at);
        GuidelineUseRecord use = db.selectFrom(GUIDELINE_USE)
                .where(GUIDELINE_USE.CONTACT_ID.eq(contact.contact().value()))
                .and(GUIDELINE_USE.GUIDELINE_ID.eq(guideline.value()))
                .and(GUIDELINE_USE.NUMBER.eq(number))
                .forUpdate().fetchSingle();
        if (use.getOpenedAt() == null) {
            use.setOpenedAt(at);
            use.update();
        }
        return use;
    }

    /** @return whether anything is another than it was */
    boolean mark(GuidelineUseRecord use, Situation contact, NewMark wanted, UserId person, Instant at) {
        GuidelineMarkRecord before = db.selectFrom(GUIDELINE_MARK)
                .where(GUIDELINE_MARK.USE_ID.eq(use.getId())).and(GUIDELINE_MARK.STEP.isNotDistinctFrom(wanted.step())).fetchOne();
        String why = wanted.why() == null || wanted.why().isBlank() ? null : wanted.why().strip();
        if (before != null && wanted.kind() != null && before.getKind().equals(column(wanted.kind())) && java.util.Objects.equals(before.getWhy(), why)) return false;
        if (before != null && before.getHandledAt() != null) throw Problem.of("guidelines/learned", 409);
        if (wanted.kind() == null) return before != null && before.delete() > 0;
        GuidelineMarkRecord row = before == null ? fresh(use, wanted.step()) : before;
        row.setPartnerId(contact.partner().map(PartnerId::value).orElse(null));
        row.setKind(column(wanted.kind()));
        row.setWhy(why);
        row.setMarkedAt(at);
        row.setMarkedBy(person.value());
        row.store();
        return true;
    }

    static Kind kind(String column) {
        return Kind.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static String column(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private GuidelineMarkRecord fresh(GuidelineUseRecord use, @Nullable String step) {
        GuidelineMarkRecord row = db.newRecord(GUIDELINE_MARK);
        row.setId(Uuid7.next());
        row.setUseId(use.getId());
        row.setGuidelineId(use.getGuidelineId());
        row.setNumber(use.getNumber());
        row.setContactId(use.getContactId());
        row.setConversationId(use.getConversationId());
        row.setBrandId(use.getBrandId());
        row.setStep(step);
        return row;
    }
}
