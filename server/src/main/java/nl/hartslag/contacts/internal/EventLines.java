package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines in the thread that nobody sends: notes that come with an act, and what happened. */
@Component
public class EventLines {
    private final DSLContext db;
    private final Conversations conversations;
    private final MessageEvents messages;
    private final Clock clock;

    EventLines(DSLContext db, Conversations conversations, MessageEvents messages, Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.messages = messages;
        this.clock = clock;
    }

    MessageRecord note(ConversationId id, Access access, ContactId contact, String text) {
        return note(id, access, contact, text, List.of());
    }

    MessageRecord note(ConversationId id, Access access, ContactId contact, String text, List<NewAttachment> files) {
        return append(conversations.lock(id), lineOf(access, contact, "note", text), files);
    }

    /** A note of somebody who wrote by mail; the caller holds the conversation. */
    MessageRecord mailed(ConversationRecord conversation, ContactId contact, MailedAnswer mail, Optional<UserId> colleague) {
        MessageRecord line = by(new Acting(mail.name(), colleague.orElse(null), mail), contact, "note", mail.text());
        line.setAt(mail.at());
        line.setFoldedText(mail.foldedText());
        line.setAutomatic(mail.automatic());
        line.setEnvelopeId(mail.envelope().value());
        line.setClientKey(mail.clientKey());
        return append(conversation, line, mail.attachments());
    }

    /** @param event a key that screens translate, such as {@code customer-left.silent} */
    public void happened(ConversationRecord conversation, String event) {
        MessageRecord line = line("event", event);
        line.setAuthorKind("system");
        line.setAuthorName("Hartslag");
        line.setAutomatic(true);
        append(conversation, line, List.of());
    }

    /** @param event a key that screens translate, and after a space whom or what it is about, such as {@code transferred.person Noor} */
    MessageRecord done(ConversationId id, Access access, @Nullable ContactId contact, String event) {
        MessageRecord line = lineOf(access, contact, "event", event);
        line.setAutomatic(true);
        return append(conversations.lock(id), line, List.of());
    }

    /** The same, by whom it was done for a department. */
    MessageRecord done(ConversationId id, Acting by, ContactId contact, String event) {
        MessageRecord line = by(by, contact, "event", event);
        line.setAutomatic(true);
        return append(conversations.lock(id), line, List.of());
    }

    /** What somebody said with what he did; of a mail the whole stands in the thread. */
    void said(ConversationId id, Acting by, ContactId contact, String words) {
        if (by.mail() != null) mailed(conversations.lock(id), contact, by.mail(), Optional.ofNullable(by.user()));
        else if (!words.isEmpty()) append(conversations.lock(id), by(by, contact, "note", words), List.of());
    }

    private MessageRecord append(ConversationRecord conversation, MessageRecord line, List<NewAttachment> files) {
        conversations.append(conversation, line, files);
        messages.written(conversation, line);
        return line;
    }

    private MessageRecord lineOf(Access access, @Nullable ContactId contact, String direction, String text) {
        return by(Acting.of(access), contact, direction, text);
    }

    private MessageRecord by(Acting by, @Nullable ContactId contact, String direction, String text) {
        MessageRecord line = line(direction, text);
        line.setAuthorKind(by.user() == null ? "system" : "user");
        line.setAuthorId(by.user() == null ? null : by.user().value());
        line.setAuthorName(by.name());
        line.setContactId(Rows.value(contact));
        return line;
    }

    private MessageRecord line(String direction, String text) {
        MessageRecord line = db.newRecord(MESSAGE);
        line.setId(Uuid7.next());
        line.setDirection(direction);
        line.setAt(clock.instant());
        line.setText(text);
        return line;
    }
}
