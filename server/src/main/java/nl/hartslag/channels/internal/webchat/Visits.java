package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.CHAT;
import static nl.hartslag.channels.internal.db.Tables.VISITOR;
import static nl.hartslag.channels.internal.db.Tables.VISITOR_FILE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The browsers from which a customer visited, what he could see there, and files that never became part of a message. */
@Component
@Order(31)
class Visits implements PersonalData {
    private final DSLContext db;
    private final ReleasedBlobs files;

    Visits(DSLContext db, ReleasedBlobs files) {
        this.db = db;
        this.files = files;
    }

    private static Condition his(Traces person) {
        return VISITOR.CUSTOMER_ID.eq(person.customer().value())
                .or(VISITOR.ID.in(DSL.select(CHAT.VISITOR_ID).from(CHAT).where(CHAT.CONVERSATION_ID.in(person.conversations()))));
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("visits", db.fetchCount(VISITOR, his(person))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        List<UUID> ids = db.select(VISITOR.ID).from(VISITOR).where(his(person)).forUpdate().fetch(VISITOR.ID);
        if (ids.isEmpty()) return Map.of();
        files.release(db.deleteFrom(VISITOR_FILE).where(VISITOR_FILE.VISITOR_ID.in(ids)).returning(VISITOR_FILE.BLOB_HASH).fetch(VISITOR_FILE.BLOB_HASH));
        db.deleteFrom(CHAT).where(CHAT.VISITOR_ID.in(ids)).execute();
        return new Counts().add("visits", db.deleteFrom(VISITOR).where(VISITOR.ID.in(ids)).execute()).all();
    }
}
