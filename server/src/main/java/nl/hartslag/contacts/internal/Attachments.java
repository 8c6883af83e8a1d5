package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.util.Optional;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Opening files that belong to messages. */
@Component
class Attachments {
    private final DSLContext db;
    private final Blobs blobs;
    private final Reading reading;
    private final OpenedWork opened;

    Attachments(DSLContext db, Blobs blobs, Reading reading, OpenedWork opened) {
        this.db = db;
        this.blobs = blobs;
        this.reading = reading;
        this.opened = opened;
    }

    AttachmentContent open(Access access, AttachmentId id) {
        Record row = find(id, DSL.trueCondition());
        opened.record(access, reading.seen(access, new ConversationId(row.get(MESSAGE.CONVERSATION_ID))));
        return content(row);
    }

    /** For the customer himself, or a department with which his conversation is shared: only of it, and never of a note. */
    AttachmentContent openOf(ConversationId conversation, AttachmentId id) {
        return content(find(
                id,
                MESSAGE.CONVERSATION_ID.eq(conversation.value()).and(MESSAGE.DIRECTION.in("in", "out"))));
    }

    /** Of one message. */
    Optional<AttachmentContent> openIn(MessageId message, AttachmentId id) {
        return found(id, MESSAGE.ID.eq(message.value())).map(this::content);
    }

    private Record find(AttachmentId id, Condition condition) {
        return found(id, condition).orElseThrow(() -> Problem.of("blobs/not-found", 404));
    }

    private Optional<? extends Record> found(AttachmentId id, Condition condition) {
        return db.select(ATTACHMENT.fields())
                .select(MESSAGE.CONVERSATION_ID)
                .from(ATTACHMENT)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(ATTACHMENT.MESSAGE_ID))
                .where(ATTACHMENT.ID.eq(id.value()))
                .and(condition)
                .fetchOptional();
    }

    private AttachmentContent content(Record row) {
        return new AttachmentContent(
                row.get(ATTACHMENT.NAME),
                row.get(ATTACHMENT.TYPE),
                row.get(ATTACHMENT.SIZE),
                blobs.open(row.get(ATTACHMENT.BLOB_HASH)));
    }
}
