package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE_CHOICE;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What may be given, by name, for the audit log. */
@Component
class GestureNames implements SubjectNames {
    private final DSLContext db;

    GestureNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("gesture-choice", (reader, ids) -> {
            var name = reader.language().equals("nl") ? GESTURE_CHOICE.NAME_NL : GESTURE_CHOICE.NAME_EN;
            return db.select(GESTURE_CHOICE.ID, name).from(GESTURE_CHOICE)
                    .where(GESTURE_CHOICE.ID.in(ids)).and(GESTURE_CHOICE.BRAND_ID.in(reader.brands().stream().map(BrandId::value).toList()))
                    .fetchMap(GESTURE_CHOICE.ID, name);
        });
    }
}
