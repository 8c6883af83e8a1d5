package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.contacts.internal.db.tables.records.ParticipantRecord;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A row of the outbox as an adapter needs it, and what became of it. */
@Component
class OutboxMessages {
    private static final int REFERENCES = 30;
    private final DSLContext db;
    private final OutboxTable table;
    private final Deliveries deliveries;
    private final UndeliveredNews news;

    OutboxMessages(DSLContext db, OutboxTable table, Deliveries deliveries, UndeliveredNews news) {
        this.db = db;
        this.table = table;
        this.deliveries = deliveries;
        this.news = news;
    }

    /** By id of the row; read for all of them at once. */
    Map<Long, OutboundMessage> toSend(List<OutboxRecord> rows) {
        List<UUID> ids = rows.stream().map(OutboxRecord::getMessageId).toList();
        Map<UUID, MessageRecord> written = db.selectFrom(MESSAGE).where(MESSAGE.ID.in(ids)).fetchMap(MESSAGE.ID);
        List<UUID> talks = rows.stream().map(OutboxRecord::getConversationId).toList();
        Map<UUID, ConversationRecord> conversations =
                db.selectFrom(CONVERSATION).where(CONVERSATION.ID.in(talks)).fetchMap(CONVERSATION.ID);
        Map<UUID, Result<ParticipantRecord>> participants = db.selectFrom(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.in(talks))
                .orderBy(PARTICIPANT.ADDRESS)
                .fetchGroups(PARTICIPANT.CONVERSATION_ID);
        Map<UUID, List<NewAttachment>> attachments = db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.in(ids))
                .orderBy(ATTACHMENT.POSITION)
                .fetchGroups(ATTACHMENT.MESSAGE_ID, row -> new NewAttachment(
                        row.getName(), row.getType(), row.getSize(), row.getBlobHash(), row.getContentId(), row.getInline()));
        return rows.stream().collect(Collectors.toMap(OutboxRecord::getId, row -> {
            ConversationRecord conversation = conversations.get(row.getConversationId());
            return message(
                    row,
                    written.get(row.getMessageId()),
                    conversation,
                    participants.containsKey(conversation.getId()) ? participants.get(conversation.getId()) : List.of(),
                    attachments.getOrDefault(row.getMessageId(), List.of()));
        }));
    }

    private OutboundMessage message(
            OutboxRecord row,
            MessageRecord message,
            ConversationRecord conversation,
            List<ParticipantRecord> participants,
            List<NewAttachment> attachments) {
        return new OutboundMessage(
                new MessageId(message.getId()),
                new ConversationId(conversation.getId()),
                new BrandId(conversation.getBrandId()),
                conversation.getAccountId() == null ? null : new AccountId(conversation.getAccountId()),
                row.getSubject() != null ? row.getSubject() : message.getSubject() == null ? conversation.getSubject() : message.getSubject(),
                conversation.getLanguage(),
                message.getAuthorName(),
                row.getWords() == null ? message.getText() : row.getWords(),
                message.getHtml(),
                row.getConsultId() == null ? message.getPurpose() : OutboundMessage.CONSULT,
                message.getAutomatic(),
                message.getUnsubscribeUrl(),
                row.getToAddresses() == null ? addresses(participants, Recipients.CUSTOMER) : List.of(row.getToAddresses()),
                row.getCcAddresses() == null ? addresses(participants, Recipients.CC) : List.of(row.getCcAddresses()),
                row.getBccAddresses() == null ? List.of() : List.of(row.getBccAddresses()),
                // ids of another channel mean nothing to this one
                row.getConsultId() == null && row.getChannel().equals(conversation.getChannel()) ? references(message) : List.of(),
                attachments,
                row.getConsultId());
    }

    private static List<String> addresses(List<ParticipantRecord> participants, String role) {
        return participants.stream().filter(one -> one.getRole().equals(role)).map(ParticipantRecord::getAddress).toList();
    }

    private List<String> references(MessageRecord message) {
        if (message.getSeq() == 1) return List.of();
        List<String> newestFirst = db.select(MESSAGE.EXTERNAL_ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(message.getConversationId()))
                .and(MESSAGE.SEQ.lt(message.getSeq()))
                .and(MESSAGE.EXTERNAL_ID.isNotNull())
                .orderBy(MESSAGE.SEQ.desc())
                .limit(REFERENCES)
                .fetch(MESSAGE.EXTERNAL_ID);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Transactional
    public void sent(OutboxRecord row, @Nullable String externalId) {
        if (!table.sent(row)) return;
        deliveries.left(new MessageId(row.getMessageId()), externalId);
        if (row.getTrouble() != null) news.changed(row, false);
    }

    @Transactional
    public void dead(OutboxRecord row, String why) {
        if (!table.dead(row, why)) return;
        deliveries.moved(new MessageId(row.getMessageId()), Delivery.FAILED, why);
        news.changed(row, true);
    }

    @Transactional
    public void later(OutboxRecord row, Instant nextTry, String why) {
        if (!table.later(row, nextTry, why)) return;
        deliveries.moved(new MessageId(row.getMessageId()), Delivery.DELAYED, why);
        news.changed(row, false);
    }

    /** The customer's side sent it back. */
    void bounced(MessageId message, @Nullable String why) {
        table.bounced(message.value(), why).ifPresent(row -> news.changed(row, true));
    }

    /** A person decided that it shall be tried again. */
    boolean again(OutboxRecord row) {
        if (!table.again(row)) return false;
        deliveries.queuedAgain(new MessageId(row.getMessageId()));
        news.changed(row, false);
        return true;
    }

    /** A person decided that it need not arrive. */
    boolean giveUp(OutboxRecord row, UserId by) {
        if (!table.giveUp(row, by)) return false;
        deliveries.moved(new MessageId(row.getMessageId()), Delivery.FAILED, row.getError());
        news.changed(row, false);
        return true;
    }
}
