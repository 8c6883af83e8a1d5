package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_VERSION;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.Guidelines;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineRecord;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineVersionRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GuidelinesService implements Guidelines {
    private static final int LONGEST_NOTE = 500;
    private final DSLContext db;
    private final Contents contents;
    private final GuidelineReading reading;
    private final StoredJson json;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    GuidelinesService(DSLContext db, Contents contents, GuidelineReading reading, StoredJson json, Audit audit, LiveStream live, Clock clock) {
        this.db = db;
        this.contents = contents;
        this.reading = reading;
        this.json = json;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Page<Row> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        access.require(Permission.GUIDELINES_WRITE);
        return reading.list(access.within(Permission.GUIDELINES_WRITE), filter, cursor, limit);
    }

    @Override
    public Guideline guideline(Access access, GuidelineId id) {
        return reading.view(access, held(access, id));
    }

    @Override
    public GuidelineId create(Access access, BrandId brand, GuidelineContent wanted) {
        access.require(Permission.GUIDELINES_WRITE, brand);
        GuidelineContent content = contents.draft(brand, wanted);
        GuidelineRecord row = db.newRecord(GUIDELINE);
        row.setId(GuidelineId.next().value());
        row.setBrandId(brand.value());
        row.setOwnerId(access.user().value());
        row.setOwnerName(access.name());
        write(row, content);
        row.setPublished(0);
        row.setVersion(0);
        row.insert();
        done(access, row, "guideline.created", Map.of());
        return new GuidelineId(row.getId());
    }

    @Override
    public Guideline saveDraft(Access access, GuidelineId id, GuidelineContent wanted, int version) {
        GuidelineRecord row = unchanged(access, id, version);
        write(row, contents.draft(new BrandId(row.getBrandId()), wanted));
        store(row);
        done(access, row, "guideline.drafted", Map.of());
        return reading.view(access, row);
    }

    @Override
    public Guideline discardDraft(Access access, GuidelineId id, int version) {
        GuidelineRecord row = unchanged(access, id, version);
        if (row.getPublished() == 0) throw Problem.of("guidelines/nothing-holds", 409);
        GuidelineContent holds = json.content(reading.version(row.getId(), row.getPublished()).getContent());
        write(row, holds);
        row.setDraft(null);
        store(row);
        done(access, row, "guideline.draft-discarded", Map.of());
        return reading.view(access, row);
    }

    @Override
    public Guideline publish(Access access, GuidelineId id, String note, int version) {
        GuidelineRecord row = unchanged(access, id, version);
        if (row.getDraft() == null) throw Problem.of("guidelines/no-draft", 409);
        GuidelineContent content = json.content(row.getDraft());
        contents.complete(content);
        new FieldErrors().check(row.getPublished() == 0 || !note.isBlank(), "note", "required").notLonger("note", note, LONGEST_NOTE).verify();
        GuidelineVersionRecord published = db.newRecord(GUIDELINE_VERSION);
        published.setGuidelineId(row.getId());
        published.setNumber(row.getPublished() + 1);
        published.setContent(row.getDraft());
        published.setWords(row.getWords());
        published.setNote(note.strip());
        published.setPublishedAt(clock.instant());
        published.setPublishedBy(access.user().value());
        published.setPublishedName(access.name());
        published.insert();
        row.setDraft(null);
        row.setPublished(published.getNumber());
        row.setReasons(content.reasons().stream().map(one -> one.value()).toArray(UUID[]::new));
        row.setStages(Contents.stages(content).toArray(String[]::new));
        row.setChannels(content.channels().toArray(String[]::new));
        store(row);
        done(access, row, "guideline.published", Map.of("number", published.getNumber()));
        return reading.view(access, row);
    }

    @Override
    public Guideline archive(Access access, GuidelineId id, boolean archived) {
        GuidelineRecord row = held(access, id);
        if (archived != (row.getArchivedAt() != null)) {
            row.setArchivedAt(archived ? clock.instant() : null);
            store(row);
            done(access, row, archived ? "guideline.archived" : "guideline.brought-back", Map.of());
        }
        return reading.view(access, row);
    }

    @Override
    public Guideline takeOver(Access access, GuidelineId id) {
        GuidelineRecord row = held(access, id);
        if (!row.getOwnerId().equals(access.user().value())) {
            row.setOwnerId(access.user().value());
            row.setOwnerName(access.name());
            store(row);
            done(access, row, "guideline.taken-over", Map.of());
        }
        return reading.view(access, row);
    }

    @Override
    public Page<Version> versions(Access access, GuidelineId id, @Nullable String cursor, int limit) {
        return reading.versions(held(access, id).getId(), cursor, limit);
    }

    private void write(GuidelineRecord row, GuidelineContent content) {
        row.setTitleNl(content.titleNl());
        row.setTitleEn(content.titleEn());
        row.setWords(Contents.words(content));
        row.setDraft(json.of(content));
        row.setChangedAt(clock.instant());
    }

    private void store(GuidelineRecord row) {
        row.setChangedAt(clock.instant());
        row.setVersion(row.getVersion() + 1);
        row.update();
    }

    private GuidelineRecord unchanged(Access access, GuidelineId id, int version) {
        GuidelineRecord row = held(access, id);
        if (row.getVersion() != version) throw Problem.of("guidelines/changed", 409);
        return row;
    }

    private GuidelineRecord held(Access access, GuidelineId id) {
        return db.selectFrom(GUIDELINE).where(GUIDELINE.ID.eq(id.value())).forUpdate().fetchOptional()
                .filter(row -> access.may(Permission.GUIDELINES_WRITE, new BrandId(row.getBrandId())))
                .orElseThrow(() -> Problem.notFound("guidelines"));
    }

    private void done(Access access, GuidelineRecord row, String kind, Map<String, ?> detail) {
        BrandId brand = new BrandId(row.getBrandId());
        audit.record(access, kind, "guideline", row.getId().toString(), Optional.of(brand), detail);
        live.publish(LiveEvent.ofBrand("guideline.changed", brand, Optional.empty(), Permission.CONTACTS_VIEW, Map.of("guideline", row.getId())));
    }
}
