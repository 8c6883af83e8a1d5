package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.TEXT_BLOCK;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.knowledge.TextBlocks.Filter;
import nl.hartslag.knowledge.TextBlocks.FittingBlock;
import nl.hartslag.knowledge.TextBlocks.TextBlock;
import nl.hartslag.knowledge.TextBlocks.Whose;
import nl.hartslag.knowledge.internal.db.tables.records.TextBlockRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TextBlockId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Text blocks as a person may see them: shared ones of the brands he works for or looks after, and his own. */
@Component
class TextBlockReading {
    /** More than all that may be in use at once for one brand and one person. */
    private static final int MOST_FITTING = 1_200;
    private static final Field<String> BY_NAME = DSL.lower(TEXT_BLOCK.NAME);
    private final DSLContext db;

    TextBlockReading(DSLContext db) {
        this.db = db;
    }

    Page<TextBlock> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        Condition which = seenBy(access).and(whose(access, filter.whose()))
                .and(filter.archived() ? TEXT_BLOCK.ARCHIVED_AT.isNotNull() : TEXT_BLOCK.ARCHIVED_AT.isNull())
                .and(found(filter.search()));
        if (filter.brand().isPresent()) which = which.and(TEXT_BLOCK.BRAND_ID.isNull().or(TEXT_BLOCK.BRAND_ID.eq(filter.brand().get().value())));
        String language = BlockRules.language(filter.language().orElse(null));
        if (language != null) which = which.and(TEXT_BLOCK.LANGUAGE.eq(language));
        if (cursor != null) {
            TextBlockRecord last = db.selectFrom(TEXT_BLOCK).where(TEXT_BLOCK.ID.eq(id(cursor))).and(seenBy(access)).fetchOptional()
                    .orElseThrow(() -> Problem.invalid("cursor", "invalid"));
            which = which.and(DSL.row(BY_NAME, TEXT_BLOCK.ID).gt(DSL.lower(last.getName()), DSL.val(last.getId())));
        }
        var rows = db.selectFrom(TEXT_BLOCK).where(which).orderBy(BY_NAME, TEXT_BLOCK.ID).limit(limit + 1).fetch();
        List<TextBlockRecord> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new Page<>(page.stream().map(row -> view(access, row)).toList(), rows.size() > limit ? page.getLast().getId().toString() : null);
    }

    List<FittingBlock> fitting(Access access, BrandId brand, String language) {
        return db.selectFrom(TEXT_BLOCK)
                .where(TEXT_BLOCK.ARCHIVED_AT.isNull())
                .and(TEXT_BLOCK.BRAND_ID.isNull().or(TEXT_BLOCK.BRAND_ID.eq(brand.value())))
                .and(TEXT_BLOCK.OWNER_ID.isNull().or(mine(access)))
                .orderBy(DSL.field(TEXT_BLOCK.LANGUAGE.eq(language)).desc(), TEXT_BLOCK.OWNER_ID.isNull(), BY_NAME, TEXT_BLOCK.ID)
                .limit(MOST_FITTING)
                .fetch(row -> new FittingBlock(new TextBlockId(row.getId()), row.getLanguage(), row.getShortcut(), row.getName(), row.getWords(), row.getOwnerId() != null));
    }

    /** Who has the shortcut that this block wants. */
    Optional<String> whoHas(TextBlockRecord row) {
        return db.select(TEXT_BLOCK.NAME).from(TEXT_BLOCK)
                .where(TEXT_BLOCK.OWNER_ID.isNotDistinctFrom(row.getOwnerId()))
                .and(TEXT_BLOCK.BRAND_ID.isNotDistinctFrom(row.getBrandId()))
                .and(TEXT_BLOCK.LANGUAGE.eq(row.getLanguage()))
                .and(TEXT_BLOCK.SHORTCUT.eq(row.getShortcut()))
                .and(TEXT_BLOCK.ARCHIVED_AT.isNull())
                .and(TEXT_BLOCK.ID.ne(row.getId()))
                .fetchOptional(TEXT_BLOCK.NAME);
    }

    TextBlock view(Access access, TextBlockRecord row) {
        BrandId brand = brand(row);
        boolean own = row.getOwnerId() != null;
        boolean changes = own || (brand == null ? access.mayEverywhere(Permission.GUIDELINES_WRITE) : access.may(Permission.GUIDELINES_WRITE, brand));
        boolean named = access.partner().isEmpty() || row.getChangedBy().equals(access.user().value());
        return new TextBlock(new TextBlockId(row.getId()), brand, row.getLanguage(), row.getShortcut(), row.getName(), row.getWords(), own,
                row.getArchivedAt() != null, row.getChangedAt(), named ? row.getChangedName() : null, row.getVersion(), changes);
    }

    static @Nullable BrandId brand(TextBlockRecord row) {
        return row.getBrandId() == null ? null : new BrandId(row.getBrandId());
    }

    static Set<BrandId> worksFor(Access access) {
        return access.within(Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE).brands();
    }

    static Condition seenBy(Access access) {
        Collection<UUID> brands = worksFor(access).stream().map(BrandId::value).toList();
        return TEXT_BLOCK.OWNER_ID.isNull().or(mine(access)).and(TEXT_BLOCK.BRAND_ID.isNull().or(TEXT_BLOCK.BRAND_ID.in(brands)));
    }

    private static Condition mine(Access access) {
        return TEXT_BLOCK.OWNER_ID.eq(access.user().value());
    }

    private static Condition whose(Access access, Whose whose) {
        return switch (whose) {
            case ALL -> DSL.noCondition();
            case SHARED -> TEXT_BLOCK.OWNER_ID.isNull();
            case OWN -> mine(access);
        };
    }

    private static Condition found(@Nullable String search) {
        if (search == null || search.isBlank()) return DSL.noCondition();
        String text = search.strip();
        return TEXT_BLOCK.SHORTCUT.containsIgnoreCase(text.startsWith("/") ? text.substring(1) : text)
                .or(TEXT_BLOCK.NAME.containsIgnoreCase(text)).or(TEXT_BLOCK.WORDS.containsIgnoreCase(text));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
