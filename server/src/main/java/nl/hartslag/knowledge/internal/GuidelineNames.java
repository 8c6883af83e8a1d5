package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Guidelines by their title, for the audit log. */
@Component
class GuidelineNames implements SubjectNames {
    private final DSLContext db;

    GuidelineNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("guideline", (reader, ids) -> {
            var title = reader.language().equals("nl") ? GUIDELINE.TITLE_NL : GUIDELINE.TITLE_EN;
            return db.select(GUIDELINE.ID, title).from(GUIDELINE)
                    .where(GUIDELINE.ID.in(ids)).and(GUIDELINE.BRAND_ID.in(reader.brands().stream().map(BrandId::value).toList()))
                    .fetchMap(GUIDELINE.ID, title);
        });
    }
}
