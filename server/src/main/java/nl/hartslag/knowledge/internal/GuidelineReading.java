package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_VERSION;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.Guidelines.Figures;
import nl.hartslag.knowledge.Guidelines.Filter;
import nl.hartslag.knowledge.Guidelines.Guideline;
import nl.hartslag.knowledge.Guidelines.Row;
import nl.hartslag.knowledge.Guidelines.Shown;
import nl.hartslag.knowledge.Guidelines.Version;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineRecord;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineVersionRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guidelines as those see them who look after them. */
@Component
class GuidelineReading {
    private final DSLContext db;
    private final StoredJson json;
    private final GuidelineFigures figures;

    GuidelineReading(DSLContext db, StoredJson json, GuidelineFigures figures) {
        this.db = db;
        this.json = json;
        this.figures = figures;
    }

    Page<Row> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        Condition which = GUIDELINE.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList()).and(shown(filter.shown()));
        if (filter.brand().isPresent()) which = which.and(GUIDELINE.BRAND_ID.eq(filter.brand().get().value()));
        if (filter.mine()) which = which.and(GUIDELINE.OWNER_ID.eq(access.user().value()));
        if (filter.search() != null && !filter.search().isBlank()) which = which.and(GUIDELINE.WORDS.containsIgnoreCase(filter.search().strip()));
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            which = which.and(DSL.row(GUIDELINE.CHANGED_AT, GUIDELINE.ID).lt(place.at(), place.id()));
        }
        var rows = db.selectFrom(GUIDELINE).where(which).orderBy(GUIDELINE.CHANGED_AT.desc(), GUIDELINE.ID.desc()).limit(limit + 1).fetch();
        List<GuidelineRecord> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        Map<UUID, Figures> counted = figures.of(access, page.stream().map(GuidelineRecord::getId).toList());
        return new Page<>(page.stream().map(row -> row(row, counted.getOrDefault(row.getId(), Figures.NONE))).toList(),
                rows.size() > limit ? new ListPlace(page.getLast().getChangedAt(), page.getLast().getId()).written() : null);
    }

    Guideline view(Access access, GuidelineRecord row) {
        GuidelineContent holds = row.getPublished() == 0 ? null : json.content(version(row.getId(), row.getPublished()).getContent());
        GuidelineContent content = row.getDraft() == null ? holds : json.content(row.getDraft());
        if (content == null) throw new IllegalStateException("guideline " + row.getId() + " says nothing");
        return new Guideline(new GuidelineId(row.getId()), new BrandId(row.getBrandId()), new UserId(row.getOwnerId()), row.getOwnerName(), content, holds,
                row.getPublished(), row.getDraft() != null, row.getArchivedAt() != null, row.getVersion(),
                figures.of(access, List.of(row.getId())).getOrDefault(row.getId(), Figures.NONE));
    }

    Page<Version> versions(UUID guideline, @Nullable String cursor, int limit) {
        Condition which = GUIDELINE_VERSION.GUIDELINE_ID.eq(guideline);
        if (cursor != null) which = which.and(GUIDELINE_VERSION.NUMBER.lt(number(cursor)));
        var rows = db.selectFrom(GUIDELINE_VERSION).where(which).orderBy(GUIDELINE_VERSION.NUMBER.desc()).limit(limit + 1).fetch();
        List<GuidelineVersionRecord> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> new Version(row.getNumber(), json.content(row.getContent()), row.getNote(), row.getPublishedAt(),
                row.getPublishedName())).toList(), rows.size() > limit ? page.getLast().getNumber().toString() : null);
    }

    GuidelineVersionRecord version(UUID guideline, int number) {
        return db.selectFrom(GUIDELINE_VERSION).where(GUIDELINE_VERSION.GUIDELINE_ID.eq(guideline)).and(GUIDELINE_VERSION.NUMBER.eq(number)).fetchSingle();
    }

    private static Row row(GuidelineRecord row, Figures figures) {
        return new Row(new GuidelineId(row.getId()), new BrandId(row.getBrandId()), row.getTitleNl(), row.getTitleEn(), new UserId(row.getOwnerId()),
                row.getOwnerName(), row.getPublished(), row.getDraft() != null, row.getArchivedAt() != null, row.getChangedAt(), figures);
    }

    private static Condition shown(Shown shown) {
        Condition inUse = GUIDELINE.ARCHIVED_AT.isNull();
        return switch (shown) {
            case ALL -> inUse;
            case PUBLISHED -> inUse.and(GUIDELINE.PUBLISHED.gt(0));
            case DRAFT -> inUse.and(GUIDELINE.DRAFT.isNotNull());
            case ARCHIVED -> GUIDELINE.ARCHIVED_AT.isNotNull();
        };
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
