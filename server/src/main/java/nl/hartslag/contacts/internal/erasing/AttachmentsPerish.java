package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Perishable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Only the files; what was written stays. Counted by conversation. */
@Component
class AttachmentsPerish implements Perishable {
    private static final Condition HAS_FILES = DSL.exists(DSL.selectOne().from(MESSAGE).join(ATTACHMENT).on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
            .where(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID)));
    private final DSLContext db;
    private final ClosedLongAgo closed;
    private final ReleasedBlobs files;

    AttachmentsPerish(DSLContext db, ClosedLongAgo closed, ReleasedBlobs files) {
        this.db = db;
        this.closed = closed;
        this.files = files;
    }

    @Override
    public String kind() {
        return "attachments";
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        return closed.months(kept, HAS_FILES);
    }

    @Override
    public List<First> first(Kept kept, int limit) {
        return closed.first(kept, HAS_FILES, limit);
    }

    @Override
    public int take(Kept kept, int limit) {
        List<UUID> conversations = closed.hold(kept, HAS_FILES, limit);
        files.release(db.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.CONVERSATION_ID.in(conversations))))
                .returning(ATTACHMENT.BLOB_HASH).fetch(ATTACHMENT.BLOB_HASH));
        return conversations.size();
    }
}
