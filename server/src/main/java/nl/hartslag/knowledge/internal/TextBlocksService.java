package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.TEXT_BLOCK;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.knowledge.TextBlocks;
import nl.hartslag.knowledge.internal.db.tables.records.TextBlockRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TextBlockId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TextBlocksService implements TextBlocks {
    /** Of a brand, or for all brands: beyond this nobody finds one among them, and the composer reads all of them. */
    private static final int MOST_SHARED = 500;
    private static final int MOST_OWN = 200;
    private final DSLContext db;
    private final TextBlockReading reading;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    TextBlocksService(DSLContext db, TextBlockReading reading, Audit audit, LiveStream live, Clock clock) {
        this.db = db;
        this.reading = reading;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Page<TextBlock> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        return reading.list(reader(access), filter, cursor, limit);
    }

    @Override
    public List<FittingBlock> fitting(Access access, BrandId brand, String language) {
        access.require(Permission.CONTACTS_HANDLE, brand);
        return reading.fitting(access, brand, BlockRules.language(language));
    }

    @Override
    public TextBlock block(Access access, TextBlockId id) {
        return reading.view(access, seen(access, id));
    }

    @Override
    public TextBlock create(Access access, boolean own, BlockContent wanted) {
        reader(access);
        mayKeep(access, own, wanted.brand());
        BlockContent content = BlockRules.kept(wanted);
        TextBlockRecord row = db.newRecord(TEXT_BLOCK);
        row.setId(TextBlockId.next().value());
        row.setOwnerId(own ? access.user().value() : null);
        write(access, row, content);
        row.setVersion(0);
        roomFor(row);
        store(row, true);
        done(access, row, "text-block.created");
        return reading.view(access, row);
    }

    @Override
    public TextBlock change(Access access, TextBlockId id, BlockContent wanted, int version) {
        TextBlockRecord row = changeable(access, id);
        mayKeep(access, row.getOwnerId() != null, wanted.brand());
        if (row.getVersion() != version) throw Problem.of("text-blocks/changed", 409);
        UUID before = row.getBrandId();
        write(access, row, BlockRules.kept(wanted));
        if (row.getArchivedAt() == null && !Objects.equals(before, row.getBrandId())) roomFor(row);
        row.setVersion(version + 1);
        store(row, false);
        done(access, row, "text-block.changed");
        return reading.view(access, row);
    }

    @Override
    public TextBlock archive(Access access, TextBlockId id, boolean archived) {
        TextBlockRecord row = changeable(access, id);
        if (archived == (row.getArchivedAt() != null)) return reading.view(access, row);
        row.setArchivedAt(archived ? clock.instant() : null);
        if (!archived) roomFor(row);
        by(access, row);
        row.setVersion(row.getVersion() + 1);
        store(row, false);
        done(access, row, archived ? "text-block.archived" : "text-block.brought-back");
        return reading.view(access, row);
    }

    private static Access reader(Access access) {
        if (!access.may(Permission.CONTACTS_HANDLE)) access.require(Permission.GUIDELINES_WRITE);
        return access;
    }

    /** One's own for any brand one works for; a shared one changes what colleagues write. */
    private static void mayKeep(Access access, boolean own, @Nullable BrandId brand) {
        if (own && brand != null && !TextBlockReading.worksFor(access).contains(brand)) access.require(Permission.CONTACTS_HANDLE, brand);
        if (own) return;
        if (brand == null) access.requireEverywhere(Permission.GUIDELINES_WRITE);
        else access.require(Permission.GUIDELINES_WRITE, brand);
    }

    private TextBlockRecord seen(Access access, TextBlockId id) {
        reader(access);
        return db.selectFrom(TEXT_BLOCK).where(TEXT_BLOCK.ID.eq(id.value())).and(TextBlockReading.seenBy(access)).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.notFound("text-blocks"));
    }

    private TextBlockRecord changeable(Access access, TextBlockId id) {
        TextBlockRecord row = seen(access, id);
        mayKeep(access, row.getOwnerId() != null, TextBlockReading.brand(row));
        return row;
    }

    private void write(Access access, TextBlockRecord row, BlockContent content) {
        row.setBrandId(content.brand() == null ? null : content.brand().value());
        row.setLanguage(content.language());
        row.setShortcut(content.shortcut());
        row.setName(content.name());
        row.setWords(content.words());
        by(access, row);
    }

    private void by(Access access, TextBlockRecord row) {
        row.setChangedAt(clock.instant());
        row.setChangedBy(access.user().value());
        row.setChangedName(access.name());
    }

    private void roomFor(TextBlockRecord row) {
        Condition among = row.getOwnerId() == null
                ? TEXT_BLOCK.OWNER_ID.isNull().and(TEXT_BLOCK.BRAND_ID.isNotDistinctFrom(row.getBrandId()))
                : TEXT_BLOCK.OWNER_ID.eq(row.getOwnerId());
        int most = row.getOwnerId() == null ? MOST_SHARED : MOST_OWN;
        if (db.fetchCount(TEXT_BLOCK, among.and(TEXT_BLOCK.ARCHIVED_AT.isNull()).and(TEXT_BLOCK.ID.ne(row.getId()))) >= most) throw Problem.of("text-blocks/too-many", 409).with("most", most);
    }

    /** Of two at once the index of shortcuts lets one through. */
    private void store(TextBlockRecord row, boolean fresh) {
        if (row.getArchivedAt() == null) reading.whoHas(row).ifPresent(name -> { throw taken(row, name); });
        try {
            if (fresh) row.insert();
            else row.update();
        } catch (DuplicateKeyException both) {
            throw taken(row, row.getName());
        }
    }

    private static Problem taken(TextBlockRecord row, String name) {
        return Problem.of("text-blocks/shortcut-taken", 409).with("shortcut", row.getShortcut()).with("name", name).field("shortcut", "taken");
    }

    /** One's own are nobody else's business, so the audit log does not name them. */
    private void done(Access access, TextBlockRecord row, String kind) {
        Map<String, ?> payload = Map.of("block", row.getId());
        if (row.getOwnerId() != null) {
            live.publish(LiveEvent.ofUser("text-block.changed", access.user(), payload));
            return;
        }
        Optional<BrandId> brand = Optional.ofNullable(TextBlockReading.brand(row));
        audit.record(access, kind, "text-block", row.getId().toString(), brand, Map.of());
        live.publish(new LiveEvent("text-block.changed", brand, Optional.empty(), Optional.empty(), Optional.empty(), payload));
    }
}
