package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.TEXT_BLOCK;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Shared text blocks by their name, for the audit log. */
@Component
class TextBlockNames implements SubjectNames {
    private final DSLContext db;

    TextBlockNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("text-block", (reader, ids) -> db.select(TEXT_BLOCK.ID, TEXT_BLOCK.NAME).from(TEXT_BLOCK)
                .where(TEXT_BLOCK.ID.in(ids)).and(TEXT_BLOCK.OWNER_ID.isNull())
                .and(TEXT_BLOCK.BRAND_ID.isNull().or(TEXT_BLOCK.BRAND_ID.in(reader.brands().stream().map(BrandId::value).toList())))
                .fetchMap(TEXT_BLOCK.ID, TEXT_BLOCK.NAME));
    }
}
