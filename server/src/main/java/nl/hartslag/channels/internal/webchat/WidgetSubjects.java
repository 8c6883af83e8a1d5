package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.WIDGET;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Widgets by name, for the audit log. */
@Component
class WidgetSubjects implements SubjectNames {
    private final DSLContext db;

    WidgetSubjects(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("widget", (reader, ids) -> db.select(WIDGET.ID, WIDGET.NAME).from(WIDGET).where(WIDGET.ID.in(ids)).fetchMap(WIDGET.ID, WIDGET.NAME));
    }
}
