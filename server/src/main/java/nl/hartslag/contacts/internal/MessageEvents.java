package nl.hartslag.contacts.internal;

import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others that a message was written. */
@Component
class MessageEvents {
    private static final int PREVIEW = 160;
    private final ApplicationEventPublisher events;

    MessageEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    void written(ConversationRecord conversation, MessageRecord message) {
        boolean byUser = message.getAuthorKind().equals("user") && message.getAuthorId() != null;
        events.publishEvent(new MessageWritten(
                message.getContactId() == null ? null : new ContactId(message.getContactId()),
                new ConversationId(conversation.getId()),
                new BrandId(conversation.getBrandId()),
                new MessageId(message.getId()),
                message.getSeq(),
                message.getDirection(),
                message.getAuthorKind(),
                byUser ? new UserId(message.getAuthorId()) : null,
                message.getAuthorName(),
                preview(message.getText()),
                message.getAutomatic() != null && message.getAutomatic(),
                message.getPurpose() == null ? "conversation" : message.getPurpose(),
                conversation.getChannel(),
                message.getAt()));
    }

    /** The first words on one line, never half an emoji. */
    static String preview(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= PREVIEW) return line;
        int end = Character.isHighSurrogate(line.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
        return line.substring(0, end) + "…";
    }
}
