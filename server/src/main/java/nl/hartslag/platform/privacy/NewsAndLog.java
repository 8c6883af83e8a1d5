package nl.hartslag.platform.privacy;

import static nl.hartslag.platform.internal.db.Tables.AUDIT;
import static nl.hartslag.platform.internal.db.Tables.LIVE_LOG;
import static nl.hartslag.platform.internal.db.Tables.LIVE_PENDING;
import static nl.hartslag.platform.internal.db.Tables.OPENED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** News of the past day that carries words, and names or addresses in the audit log: the line stays, without them. */
@Component
@Order(60)
class NewsAndLog implements PersonalData {
    private final DSLContext db;
    private final ReleasedBlobs files;

    NewsAndLog(DSLContext db, ReleasedBlobs files) {
        this.db = db;
        this.files = files;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts()
                .add("news", db.fetchCount(LIVE_LOG, carries(LIVE_LOG.PAYLOAD, person)) + db.fetchCount(LIVE_PENDING, carries(LIVE_PENDING.PAYLOAD, person)))
                .add("audit-words", db.fetchCount(AUDIT, names(person)))
                .all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        Counts counts = new Counts();
        counts.add("news", db.deleteFrom(LIVE_PENDING).where(carries(LIVE_PENDING.PAYLOAD, person)).execute()
                + db.deleteFrom(LIVE_LOG).where(carries(LIVE_LOG.PAYLOAD, person)).execute());
        counts.add("audit-words", db.update(AUDIT).set(AUDIT.DETAIL, JSONB.valueOf("{\"erased\": true}")).where(names(person)).execute());
        db.deleteFrom(OPENED).where(OPENED.SUBJECT_ID.in(about(person))).execute();
        while (files.delete() > 0) {
            // each round looks at some of them
        }
        return counts.all();
    }

    /** What names only ids says nothing once those lead nowhere. */
    private static Condition carries(Field<JSONB> payload, Traces person) {
        Field<String[]> conversations = DSL.val(person.conversations().stream().map(UUID::toString).toArray(String[]::new));
        return DSL.condition("({0} #>> '{row,conversation}' = any ({1}) and ({0} #>> '{row,subject}' <> '' or {0} #>> '{row,preview}' <> ''))", payload, conversations)
                .or(DSL.condition("({0} ->> 'conversation' = any ({1}) and {0} ->> 'deliveryDetail' is not null)", payload, conversations))
                // of a conversation that was emptied before, only his name is left
                .or(DSL.condition("{0} #>> '{row,conversation}' = any ({1})", payload, conversations).and(Words.in(payload, person.names())))
                .or(Words.in(payload, person.addresses()));
    }

    private static Condition names(Traces person) {
        List<String> words = new ArrayList<>(person.addresses());
        words.addAll(person.names());
        return AUDIT.SUBJECT_ID.eq(DSL.any(about(person).toArray(String[]::new)))
                .or(DSL.condition("{0} ->> 'customer' = {1}", AUDIT.DETAIL, person.customer().toString()))
                .and(Words.in(AUDIT.DETAIL, words));
    }

    private static List<String> about(Traces person) {
        List<String> about = new ArrayList<>(person.conversations().stream().map(UUID::toString).toList());
        about.add(person.customer().toString());
        return about;
    }
}
