package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_USE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_VERSION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineUse.Fitting;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.ReasonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which guidelines fit a contact: by its reason or one above it, its channel, and how its case stands. */
@Component
class FittingGuidelines {
    private static final int MOST = 20;

    private final DSLContext db;
    private final Organisation organisation;
    private final StoredJson json;

    FittingGuidelines(DSLContext db, Organisation organisation, StoredJson json) {
        this.db = db;
        this.organisation = organisation;
        this.json = json;
    }

    /** Nearest first: those of the reason itself, of the one above it, and so on up to those for everything. */
    List<Fitting> of(Situation contact) {
        List<UUID> path = path(contact.reason());
        return read(contact, fits(contact, path).or(openedHere(contact)), path).stream()
                .sorted(Comparator.comparing((Found found) -> !found.view().fits()).thenComparingInt(Found::distance).thenComparing(found -> found.view().titleNl()))
                .map(Found::view).toList();
    }

    List<Fitting> search(Situation contact, String words) {
        List<UUID> path = path(contact.reason());
        Condition named = words.isBlank() ? DSL.noCondition() : GUIDELINE_VERSION.WORDS.containsIgnoreCase(words.strip());
        return read(contact, holds().and(named), path).stream().map(Found::view).toList();
    }

    private record Found(Fitting view, int distance) {}

    private List<Found> read(Situation contact, Condition which, List<UUID> path) {
        Field<Boolean> fits = DSL.field(fits(contact, path));
        Field<Boolean> opened = DSL.field(openedHere(contact));
        Field<String> whole = DSL.field(DSL.select(GUIDELINE_MARK.KIND).from(GUIDELINE_MARK)
                .where(GUIDELINE_MARK.GUIDELINE_ID.eq(GUIDELINE.ID)).and(GUIDELINE_MARK.CONTACT_ID.eq(contact.contact().value())).and(GUIDELINE_MARK.STEP.isNull())
                .orderBy(GUIDELINE_MARK.MARKED_AT.desc()).limit(1));
        return db.select(GUIDELINE.ID, GUIDELINE.PUBLISHED, GUIDELINE.REASONS, GUIDELINE_VERSION.CONTENT, fits, opened, whole)
                .from(GUIDELINE)
                .join(GUIDELINE_VERSION).on(GUIDELINE_VERSION.GUIDELINE_ID.eq(GUIDELINE.ID)).and(GUIDELINE_VERSION.NUMBER.eq(GUIDELINE.PUBLISHED))
                .where(GUIDELINE.BRAND_ID.eq(contact.brand().value())).and(GUIDELINE.PUBLISHED.gt(0)).and(which)
                .orderBy(fits.desc(), GUIDELINE.TITLE_NL, GUIDELINE.ID)
                .limit(MOST)
                .fetch(row -> {
                    GuidelineContent content = json.content(row.get(GUIDELINE_VERSION.CONTENT));
                    Fitting view = new Fitting(new GuidelineId(row.get(GUIDELINE.ID)), row.get(GUIDELINE.PUBLISHED), content.titleNl(), content.titleEn(),
                            content.purposeNl(), content.purposeEn(), row.get(fits), row.get(opened), row.get(whole) == null ? null : Uses.kind(row.get(whole)));
                    return new Found(view, distance(row.get(GUIDELINE.REASONS), path));
                });
    }

    private static Condition holds() {
        return GUIDELINE.ARCHIVED_AT.isNull();
    }

    private static Condition fits(Situation contact, List<UUID> path) {
        Condition reason = DSL.cardinality(GUIDELINE.REASONS).eq(0);
        if (!path.isEmpty()) reason = reason.or(DSL.arrayOverlap(GUIDELINE.REASONS, path.toArray(UUID[]::new)));
        Condition channel = DSL.cardinality(GUIDELINE.CHANNELS).eq(0).or(DSL.val(contact.channel()).eq(DSL.any(GUIDELINE.CHANNELS)));
        Condition stage = DSL.cardinality(GUIDELINE.STAGES).eq(0);
        if (contact.stage() != null) stage = stage.or(DSL.val(contact.stage().name()).eq(DSL.any(GUIDELINE.STAGES)));
        return holds().and(reason).and(channel).and(stage);
    }

    /** What was opened here stays within reach, whatever is registered since. */
    private static Condition openedHere(Situation contact) {
        return DSL.exists(DSL.selectOne().from(GUIDELINE_USE).where(GUIDELINE_USE.GUIDELINE_ID.eq(GUIDELINE.ID))
                .and(GUIDELINE_USE.CONTACT_ID.eq(contact.contact().value())).and(GUIDELINE_USE.OPENED_AT.isNotNull()));
    }

    private static int distance(UUID[] reasons, List<UUID> path) {
        return Stream.of(reasons).mapToInt(path::indexOf).filter(place -> place >= 0).min().orElse(Integer.MAX_VALUE);
    }

    /** The reason, the one above it, and so on to the top. */
    private List<UUID> path(@Nullable ReasonId reason) {
        List<UUID> path = new ArrayList<>();
        Optional<ReasonId> at = Optional.ofNullable(reason);
        while (at.isPresent() && !path.contains(at.get().value())) {
            path.add(at.get().value());
            at = organisation.reason(at.get()).flatMap(Reason::parent);
        }
        return path;
    }
}
