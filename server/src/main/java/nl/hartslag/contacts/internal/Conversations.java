package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.internal.db.tables.records.AttachmentRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.ParticipantRecord;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Rows of conversations and their messages. Whoever appends holds the conversation's row, so numbers have no gaps. */
@Component
class Conversations {
    private final DSLContext db;

    Conversations(DSLContext db) {
        this.db = db;
    }

    ConversationRecord lock(ConversationId id) {
        return db.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("contacts"));
    }

    /** Nothing is written any more in what was erased. */
    static void checkStands(ConversationRecord conversation) {
        if (conversation.getErasedAt() != null) throw Problem.of("contacts/erased", 409);
    }

    Map<ConversationId, ConversationRecord> lock(Collection<ConversationId> ids) {
        return db.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(among(ids)))
                .orderBy(CONVERSATION.ID)
                .forUpdate()
                .fetchMap(row -> new ConversationId(row.getId()));
    }

    List<MessageRecord> byClientKeys(Collection<ConversationId> ids, Collection<String> clientKeys) {
        return db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(among(ids)))
                .and(MESSAGE.CLIENT_KEY.eq(DSL.any(clientKeys.toArray(String[]::new))))
                .fetch();
    }

    Map<ConversationId, ContactId> openContacts(Collection<ConversationId> ids) {
        return db.select(CONTACT.CONVERSATION_ID, CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(among(ids)))
                .and(CONTACT.STATE.ne("ended"))
                .fetchMap(row -> new ConversationId(row.value1()), row -> new ContactId(row.value2()));
    }

    private static QuantifiedSelect<Record1<UUID>> among(Collection<ConversationId> ids) {
        return DSL.any(ids.stream().map(ConversationId::value).toArray(UUID[]::new));
    }

    Optional<MessageRecord> byClientKey(ConversationId id, String clientKey) {
        return db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(id.value()))
                .and(MESSAGE.CLIENT_KEY.eq(clientKey))
                .fetchOptional();
    }

    boolean customerWroteAfter(ConversationId id, int seq) {
        return db.fetchExists(MESSAGE, MESSAGE.CONVERSATION_ID.eq(id.value())
                .and(MESSAGE.SEQ.gt(seq))
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.AUTOMATIC.isFalse()));
    }

    Optional<ContactRecord> openContact(ConversationId id) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(id.value()))
                .and(CONTACT.STATE.ne("ended"))
                .forUpdate()
                .fetchOptional();
    }

    Optional<ContactRecord> lastContact(ConversationId id) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(id.value()))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** A contact is opened, so what was to come back later has come back; the caller holds the conversation. */
    void cameBack(UUID conversation) {
        db.update(CONTACT)
                .setNull(CONTACT.COMES_BACK_AT)
                .where(CONTACT.CONVERSATION_ID.eq(conversation))
                .and(CONTACT.COMES_BACK_AT.isNotNull())
                .execute();
    }

    /** Appends with the next number; the caller holds the conversation. */
    void append(ConversationRecord conversation, MessageRecord message, List<NewAttachment> attachments) {
        conversation.setLastSeq(conversation.getLastSeq() + 1);
        conversation.setLastMessageAt(message.getAt());
        conversation.update();
        message.setConversationId(conversation.getId());
        message.setBrandId(conversation.getBrandId());
        message.setSeq(conversation.getLastSeq());
        message.attach(db.configuration());
        message.insert();
        attach(attachments(message, attachments).toList());
    }

    /** Appends to several, each with the next number of its conversation; the caller holds them all. No attachments. */
    void append(List<ConversationRecord> conversations, List<MessageRecord> written) {
        if (written.isEmpty()) return;
        BatchBindStep numbers = db.batch(db.update(CONVERSATION)
                .set(CONVERSATION.LAST_SEQ, 0)
                .set(CONVERSATION.LAST_MESSAGE_AT, Instant.EPOCH)
                .where(CONVERSATION.ID.eq(new UUID(0, 0))));
        for (int i = 0; i < written.size(); i++) {
            ConversationRecord conversation = conversations.get(i);
            MessageRecord message = written.get(i);
            conversation.setLastSeq(conversation.getLastSeq() + 1);
            message.setConversationId(conversation.getId());
            message.setBrandId(conversation.getBrandId());
            message.setSeq(conversation.getLastSeq());
            numbers.bind(conversation.getLastSeq(), message.getAt(), conversation.getId());
        }
        numbers.execute();
        Batches.insert(db, written);
    }

    void attach(List<AttachmentRecord> attachments) {
        Batches.insert(db, attachments);
    }

    static Stream<AttachmentRecord> attachments(MessageRecord message, List<NewAttachment> files) {
        return IntStream.range(0, files.size()).mapToObj(position -> {
            NewAttachment file = files.get(position);
            AttachmentRecord row = new AttachmentRecord();
            row.setId(AttachmentId.next().value());
            row.setMessageId(message.getId());
            row.setPosition(position);
            row.setName(file.name());
            row.setType(file.type());
            row.setSize(file.size());
            row.setBlobHash(file.hash());
            row.setContentId(file.contentId());
            row.setInline(file.inline());
            return row;
        });
    }

    /** Whether it comes from the customer's address, whoever that address is known to be by now. */
    boolean isOfCustomer(ConversationId id, InboundMessage in) {
        return !in.participants().isEmpty() && db.fetchExists(PARTICIPANT, PARTICIPANT.CONVERSATION_ID.eq(id.value())
                .and(PARTICIPANT.ADDRESS.eq(in.participants().getFirst().strip().toLowerCase(Locale.ROOT)))
                .and(PARTICIPANT.ROLE.eq(Recipients.CUSTOMER)));
    }

    /** Who takes part already stays what he is, unless he stood aside and is named by a sender who is proven. */
    void addParticipants(List<ParticipantRecord> participants) {
        Batches.insert(db, participants, insert -> insert.onConflict(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.ADDRESS)
                .doUpdate()
                .set(PARTICIPANT.ROLE, DSL.excluded(PARTICIPANT.ROLE))
                .where(PARTICIPANT.ROLE.eq(DSL.inline(Recipients.ASIDE))));
    }

    /** @param role of the first; the others read along, or stand aside when nobody proved that he may name them */
    static Stream<ParticipantRecord> participants(UUID conversation, InboundMessage in, String role) {
        List<String> addresses = in.participants();
        String others = in.senderProven() ? Recipients.CC : Recipients.ASIDE;
        return IntStream.range(0, addresses.size()).mapToObj(place -> new ParticipantRecord(
                conversation, addresses.get(place).strip().toLowerCase(Locale.ROOT), place == 0 ? role : others));
    }
}
