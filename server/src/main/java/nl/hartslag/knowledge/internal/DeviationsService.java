package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_VERSION;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.knowledge.Deviations;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineMarkRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DeviationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DeviationsService implements Deviations {
    /** Written out, so that the index of them is used. */
    private static final Condition TEACHES = DSL.condition("(guideline_mark.kind in ('deviated', 'does_not_fit') or (guideline_mark.kind = 'skipped' and guideline_mark.why is not null))");
    private static final int LONGEST = 1_000;
    private final DSLContext db;
    private final DeviationViews views;
    private final LiveStream live;
    private final Clock clock;

    DeviationsService(DSLContext db, DeviationViews views, LiveStream live, Clock clock) {
        this.db = db;
        this.views = views;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Page<Deviation> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        access.require(Permission.GUIDELINES_WRITE);
        Condition which = matching(access, filter);
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            which = which.and(DSL.row(GUIDELINE_MARK.MARKED_AT, GUIDELINE_MARK.ID).lt(place.at(), place.id()));
        }
        List<Deviation> rows = views.read(which, limit + 1);
        List<Deviation> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(List.copyOf(page), rows.size() > limit ? new ListPlace(page.getLast().at(), page.getLast().id().value()).written() : null);
    }

    @Override
    public Counts counts(Access access) {
        access.require(Permission.GUIDELINES_WRITE);
        Filter waiting = new Filter(Shown.WAITING, true, Optional.empty(), Optional.empty(), null, null, null, null);
        return new Counts(views.count(matching(access, waiting)));
    }

    @Override
    public Deviation handle(Access access, DeviationId id, String learned, @Nullable Integer number) {
        access.require(Permission.GUIDELINES_WRITE);
        GuidelineMarkRecord row = db.selectFrom(GUIDELINE_MARK).where(GUIDELINE_MARK.ID.eq(id.value())).and(TEACHES).forUpdate().fetchOptional()
                .filter(one -> access.may(Permission.GUIDELINES_WRITE, new BrandId(one.getBrandId())))
                .filter(one -> access.sees(new BrandId(one.getBrandId()), Optional.ofNullable(one.getPartnerId()).map(PartnerId::new)))
                .orElseThrow(() -> Problem.of("guidelines/deviation-not-found", 404));
        new FieldErrors().text("learned", learned, LONGEST).check(number == null || held(row, number), "number", "unknown").verify();
        if (row.getHandledBy() != null && !row.getHandledBy().equals(access.user().value())) throw Problem.of("guidelines/deviation-handled", 409);
        if (row.getHandledAt() == null) row.setHandledAt(clock.instant());
        row.setHandledBy(access.user().value());
        row.setHandledName(access.name());
        row.setLearned(learned.strip());
        row.setLearnedNumber(number);
        row.update();
        live.publish(LiveEvent.ofBrand("guideline.learned", new BrandId(row.getBrandId()), Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Permission.GUIDELINES_WRITE, Map.of("deviation", id)));
        return views.read(GUIDELINE_MARK.ID.eq(id.value()), 1).getFirst();
    }

    private boolean held(GuidelineMarkRecord row, int number) {
        return db.fetchExists(GUIDELINE_VERSION, GUIDELINE_VERSION.GUIDELINE_ID.eq(row.getGuidelineId()).and(GUIDELINE_VERSION.NUMBER.eq(number)));
    }

    private static Condition matching(Access access, Filter filter) {
        Condition which = TEACHES.and(GUIDELINE_MARK.BRAND_ID.in(access.within(Permission.GUIDELINES_WRITE).brands().stream().map(BrandId::value).toList()));
        if (access.partner().isPresent()) which = which.and(GUIDELINE_MARK.PARTNER_ID.eq(access.partner().get().value()));
        if (filter.mine()) which = which.and(GUIDELINE.OWNER_ID.eq(access.user().value()));
        if (filter.brand().isPresent()) which = which.and(GUIDELINE_MARK.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.guideline().isPresent()) which = which.and(GUIDELINE_MARK.GUIDELINE_ID.eq(filter.guideline().get().value()));
        if (filter.step() != null) which = which.and(GUIDELINE_MARK.STEP.eq(filter.step()));
        if (filter.from() != null) which = which.and(GUIDELINE_MARK.MARKED_AT.ge(filter.from()));
        if (filter.to() != null) which = which.and(GUIDELINE_MARK.MARKED_AT.lt(filter.to()));
        return which.and(shown(filter.shown())).and(found(filter.search()));
    }

    private static Condition shown(Shown shown) {
        return switch (shown) {
            case WAITING -> GUIDELINE_MARK.HANDLED_AT.isNull();
            case HANDLED -> GUIDELINE_MARK.HANDLED_AT.isNotNull();
            case ALL -> DSL.noCondition();
        };
    }

    private static Condition found(@Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        return GUIDELINE_MARK.WHY.containsIgnoreCase(text).or(GUIDELINE_MARK.LEARNED.containsIgnoreCase(text))
                .or(GUIDELINE.TITLE_NL.containsIgnoreCase(text)).or(GUIDELINE.TITLE_EN.containsIgnoreCase(text));
    }
}
