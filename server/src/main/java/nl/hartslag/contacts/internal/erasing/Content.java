package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT_STEP;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.DRAFT;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE_MOVE;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;
import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.contacts.internal.EventLines;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What was said in a conversation: messages, files, notes, drafts, planned answers, the words of promises, gestures and questions, and who took part. Contacts,
 * promises, gestures and questions stay with their moments, amounts and outcomes.
 */
@Component
class Content {
    /** The words of what was sent stand in its message. */
    private static final Condition PLANNED_WORDED = PLANNED_ANSWER.STATE.ne("sent");
    private static final Condition PROMISE_WORDED = PROMISE.WORDS.ne("").or(PROMISE.WHY.isNotNull());
    private static final Condition GESTURE_WORDED = GESTURE.WORDS.ne("").or(GESTURE.ENDED_WHY.isNotNull()).or(GESTURE.TALK_NOTE.isNotNull());
    private static final Condition STEP_WORDED = CONSULT_STEP.WORDS.ne("").or(CONSULT_STEP.BY_NAME.isNotNull());
    private static final Condition CONSULT_WORDED = CONSULT.QUESTION.ne("").or(CONSULT.ANSWER.ne("")).or(CONSULT.WANTED_WHY.isNotNull());
    private final DSLContext db;
    private final EventLines lines;
    private final ReleasedBlobs files;
    private final FilledIn fields;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Content(DSLContext db, EventLines lines, ReleasedBlobs files, FilledIn fields, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.lines = lines;
        this.files = files;
        this.fields = fields;
        this.events = events;
        this.clock = clock;
    }

    Counts of(Condition conversation) {
        Select<Record1<UUID>> ids = DSL.select(CONVERSATION.ID).from(CONVERSATION).where(conversation);
        return new Counts()
                .add("messages", db.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.in(ids).and(MESSAGE.DIRECTION.in("in", "out"))))
                .add("notes", db.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.in(ids).and(MESSAGE.DIRECTION.eq("note"))))
                .add("attachments", db.fetchCount(ATTACHMENT, ATTACHMENT.MESSAGE_ID.in(DSL.select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.CONVERSATION_ID.in(ids)))))
                .add("drafts", db.fetchCount(DRAFT, DRAFT.CONVERSATION_ID.in(ids)))
                .add("planned-answers", db.fetchCount(PLANNED_ANSWER, PLANNED_ANSWER.CONVERSATION_ID.in(ids).and(PLANNED_WORDED)))
                .add("promise-words", db.fetchCount(PROMISE, PROMISE.CONVERSATION_ID.in(ids).and(PROMISE_WORDED))
                        + db.fetchCount(PROMISE_MOVE, movesOf(ids)))
                .add("gesture-words", db.fetchCount(GESTURE, GESTURE.CONVERSATION_ID.in(ids).and(GESTURE_WORDED)))
                .add("consult-words", db.fetchCount(CONSULT, CONSULT.CONVERSATION_ID.in(ids).and(CONSULT_WORDED))
                        + db.fetchCount(CONSULT_STEP, stepsOf(ids).and(STEP_WORDED)));
    }

    private static Condition stepsOf(Select<Record1<UUID>> conversations) {
        return CONSULT_STEP.CONSULT_ID.in(DSL.select(CONSULT.ID).from(CONSULT).where(CONSULT.CONVERSATION_ID.in(conversations)));
    }

    /** Why promises were moved. */
    private static Condition movesOf(Select<Record1<UUID>> conversations) {
        return PROMISE_MOVE.WORDS.isNotNull().and(PROMISE_MOVE.PROMISE_ID.in(DSL.select(PROMISE.ID).from(PROMISE).where(PROMISE.CONVERSATION_ID.in(conversations))));
    }

    /** @param held conversations, locked by the caller */
    Counts erase(List<ConversationRecord> held) {
        List<UUID> ids = held.stream().map(ConversationRecord::getId).toList();
        Counts counts = new Counts();
        if (ids.isEmpty()) return counts;
        messages(ids, counts);
        counts.add("drafts", db.deleteFrom(DRAFT).where(DRAFT.CONVERSATION_ID.in(ids)).execute());
        counts.add("planned-answers", planned(ids));
        db.deleteFrom(PARTICIPANT).where(PARTICIPANT.CONVERSATION_ID.in(ids)).execute();
        words(ids, counts);
        boolean more = !counts.all().isEmpty();
        held.stream().filter(one -> more || one.getErasedAt() == null).forEach(this::close);
        return counts.add("case-fields", fields.ofWhole(ids));
    }

    private void messages(List<UUID> conversations, Counts counts) {
        Select<Record1<UUID>> messages = DSL.select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.CONVERSATION_ID.in(conversations));
        List<String> hashes = db.deleteFrom(ATTACHMENT).where(ATTACHMENT.MESSAGE_ID.in(messages)).returning(ATTACHMENT.BLOB_HASH).fetch(ATTACHMENT.BLOB_HASH);
        files.release(hashes);
        db.deleteFrom(OUTBOX).where(OUTBOX.CONVERSATION_ID.in(conversations)).execute();
        List<String> directions = db.deleteFrom(MESSAGE).where(MESSAGE.CONVERSATION_ID.in(conversations)).returning(MESSAGE.DIRECTION).fetch(MESSAGE.DIRECTION);
        counts.add("messages", (int) directions.stream().filter(one -> one.equals("in") || one.equals("out")).count());
        counts.add("notes", (int) directions.stream().filter("note"::equals).count());
        counts.add("attachments", hashes.size());
    }

    /** With the files that wait with them; those that were given back too, which nobody sends any more. */
    private int planned(List<UUID> conversations) {
        files.release(db.deleteFrom(UPLOAD)
                .where(UPLOAD.PLANNED_ANSWER_ID.in(DSL.select(PLANNED_ANSWER.ID).from(PLANNED_ANSWER).where(PLANNED_ANSWER.CONVERSATION_ID.in(conversations))))
                .returning(UPLOAD.BLOB_HASH).fetch(UPLOAD.BLOB_HASH));
        List<String> states = db.deleteFrom(PLANNED_ANSWER).where(PLANNED_ANSWER.CONVERSATION_ID.in(conversations)).returning(PLANNED_ANSWER.STATE).fetch(PLANNED_ANSWER.STATE);
        return (int) states.stream().filter(state -> !state.equals("sent")).count();
    }

    private void words(Collection<UUID> conversations, Counts counts) {
        // an answer could not be written down any more
        db.update(CONSULT).set(CONSULT.STATE, "withdrawn").set(CONSULT.SETTLED_AT, clock.instant()).setNull(CONSULT.RETURNED_AT).setNull(CONSULT.WANTED_AT).setNull(CONSULT.WANTED_BY)
                .where(CONSULT.CONVERSATION_ID.in(conversations)).and(CONSULT.SETTLED_AT.isNull()).execute();
        int moves = db.update(PROMISE_MOVE).setNull(PROMISE_MOVE.WORDS)
                .where(movesOf(DSL.select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.ID.in(conversations)))).execute();
        counts.add("promise-words", moves + db.update(PROMISE).set(PROMISE.WORDS, "").setNull(PROMISE.WHY).setNull(PROMISE.CLIENT_KEY)
                .where(PROMISE.CONVERSATION_ID.in(conversations)).and(PROMISE_WORDED).execute());
        counts.add("gesture-words", db.update(GESTURE)
                .set(GESTURE.WORDS, "").set(GESTURE.WHY, "").setNull(GESTURE.WORD).setNull(GESTURE.ENDED_WHY).setNull(GESTURE.TALK_NOTE).setNull(GESTURE.NEXT_ORDER_NUMBER)
                .set(GESTURE.CLIENT_KEY, GESTURE.ID.cast(String.class))
                .where(GESTURE.CONVERSATION_ID.in(conversations)).and(GESTURE_WORDED).execute());
        int steps = db.update(CONSULT_STEP).set(CONSULT_STEP.WORDS, "").setNull(CONSULT_STEP.BY_NAME).set(CONSULT_STEP.CLIENT_KEY, CONSULT_STEP.ID.cast(String.class))
                .where(stepsOf(DSL.select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.ID.in(conversations)))).and(STEP_WORDED).execute();
        counts.add("consult-words", steps + db.update(CONSULT)
                .set(CONSULT.QUESTION, "").set(CONSULT.ANSWER, DSL.when(CONSULT.ANSWER.isNotNull(), "")).setNull(CONSULT.ANSWERED_FROM).setNull(CONSULT.WANTED_WHY).set(CONSULT.CLIENT_KEY, CONSULT.ID.cast(String.class))
                .where(CONSULT.CONVERSATION_ID.in(conversations)).and(CONSULT_WORDED).execute());
        Select<Record1<UUID>> contacts = DSL.select(CONTACT.ID).from(CONTACT).where(CONTACT.CONVERSATION_ID.in(conversations));
        db.update(TRANSFER).setNull(TRANSFER.NOTE).where(TRANSFER.CONTACT_ID.in(contacts)).and(TRANSFER.NOTE.isNotNull()).execute();
        Select<Record1<UUID>> cases = DSL.select(CONVERSATION.CASE_ID).from(CONVERSATION).where(CONVERSATION.ID.in(conversations));
        db.update(CASE_CHANGE).setNull(CASE_CHANGE.WHY).where(CASE_CHANGE.FROM_CASE.in(cases).or(CASE_CHANGE.TO_CASE.in(cases))).and(CASE_CHANGE.WHY.isNotNull()).execute();
    }

    private void close(ConversationRecord conversation) {
        conversation.setSubject("");
        if (conversation.getErasedAt() == null) conversation.setErasedAt(clock.instant());
        conversation.update();
        lines.happened(conversation, "erased");
        events.publishEvent(new ContentErased(new ConversationId(conversation.getId()), new BrandId(conversation.getBrandId()), clock.instant()));
    }
}
