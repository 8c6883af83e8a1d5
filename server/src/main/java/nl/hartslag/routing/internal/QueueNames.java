package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.QUEUE;

import java.util.Map;
import nl.hartslag.platform.audit.SubjectNames;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Queues by name for the audit log, those that were closed too. */
@Component
class QueueNames implements SubjectNames {
    private final DSLContext db;

    QueueNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("queue", (reader, ids) -> db.select(QUEUE.ID, QUEUE.NAME).from(QUEUE).where(QUEUE.ID.in(ids)).fetchMap(QUEUE.ID, QUEUE.NAME));
    }
}
