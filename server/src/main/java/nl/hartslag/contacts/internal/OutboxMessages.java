package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
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

    OutboundMessage toSend(OutboxRecord row) {
        MessageRecord message = db.selectFrom(MESSAGE).where(MESSAGE.ID.eq(row.getMessageId())).fetchSingle();
        ConversationRecord conversation = db.selectFrom(CONVERSATION)
                .where(CONVERSATION.ID.eq(row.getConversationId()))
                .fetchSingle();
        Map<String, List<String>> participants = addressesByRole(conversation);
        return new OutboundMessage(
                new MessageId(message.getId()),
                new ConversationId(conversation.getId()),
                new BrandId(conversation.getBrandId()),
                conversation.getAccountId() == null ? null : new AccountId(conversation.getAccountId()),
                message.getSubject() == null ? conversation.getSubject() : message.getSubject(),
                conversation.getLanguage(),
                message.getAuthorName(),
                message.getText(),
                message.getHtml(),
                message.getPurpose(),
                message.getAutomatic(),
                message.getUnsubscribeUrl(),
                participants.getOrDefault("customer", List.of()),
                participants.getOrDefault("cc", List.of()),
                // ids of another channel mean nothing to this one
                row.getChannel().equals(conversation.getChannel()) ? references(message) : List.of(),
                attachments(message));
    }

    private Map<String, List<String>> addressesByRole(ConversationRecord conversation) {
        return db.select(PARTICIPANT.ROLE, PARTICIPANT.ADDRESS)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(conversation.getId()))
                .orderBy(PARTICIPANT.ADDRESS)
                .fetchGroups(PARTICIPANT.ROLE, PARTICIPANT.ADDRESS);
    }

    private List<String> references(MessageRecord message) {
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

    private List<NewAttachment> attachments(MessageRecord message) {
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.eq(message.getId()))
                .orderBy(ATTACHMENT.POSITION)
                .fetch(row -> new NewAttachment(
                        row.getName(), row.getType(), row.getSize(), row.getBlobHash(), row.getContentId(), row.getInline()));
    }

    @Transactional
    public void sent(OutboxRecord row, @Nullable String externalId) {
        if (!table.sent(row)) return;
        if (externalId != null) {
            db.update(MESSAGE)
                    .set(MESSAGE.EXTERNAL_ID, externalId)
                    .where(MESSAGE.ID.eq(row.getMessageId()))
                    .execute();
        }
        deliveries.left(new MessageId(row.getMessageId()));
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
