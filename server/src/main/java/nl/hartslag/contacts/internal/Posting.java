package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.contacts.Written;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the system writes: acknowledgements, invitations, notices. Several at once, because in a rush they come in batches. */
@Component
class Posting {
    private final Conversations conversations;
    private final OutboxTable outbox;
    private final MailWay mails;
    private final MessageEvents messages;
    private final Clock clock;

    Posting(Conversations conversations, OutboxTable outbox, MailWay mails, MessageEvents messages, Clock clock) {
        this.conversations = conversations;
        this.outbox = outbox;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** What makes a message the same as one before. */
    private record Key(ConversationId conversation, String clientKey) {
        static Key of(SystemMessage message) {
            return new Key(message.conversation(), message.clientKey());
        }

        static Key of(MessageRecord message) {
            return new Key(new ConversationId(message.getConversationId()), Objects.requireNonNull(message.getClientKey()));
        }
    }

    List<Written> post(List<SystemMessage> all) {
        Set<ConversationId> ids = all.stream().map(SystemMessage::conversation).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ConversationId, ConversationRecord> held = conversations.lock(ids);
        if (held.size() < ids.size()) throw Problem.notFound("contacts");
        Map<Key, MessageRecord> known = new HashMap<>();
        conversations.byClientKeys(ids, all.stream().map(SystemMessage::clientKey).toList()).forEach(row -> known.put(Key.of(row), row));
        Map<ConversationId, ContactId> contacts = conversations.openContacts(ids);

        List<ConversationRecord> places = new ArrayList<>();
        List<MessageRecord> fresh = new ArrayList<>();
        List<OutboxRecord> leaving = new ArrayList<>();
        for (SystemMessage system : all) {
            if (known.containsKey(Key.of(system))) continue;
            ConversationRecord conversation = Objects.requireNonNull(held.get(system.conversation()));
            String channel = system.elsewhere() == null ? conversation.getChannel() : mails.channelFor(conversation);
            MessageRecord message = message(system, conversation, channel, contacts.get(system.conversation()));
            known.put(Key.of(system), message);
            places.add(conversation);
            fresh.add(message);
            leaving.add(outbox.row(conversation, message, system.notBefore(), channel, true));
        }
        conversations.append(places, fresh);
        outbox.add(leaving);
        for (int i = 0; i < fresh.size(); i++) messages.written(places.get(i), fresh.get(i));
        return all.stream().map(system -> written(Objects.requireNonNull(known.get(Key.of(system))))).toList();
    }

    private MessageRecord message(SystemMessage system, ConversationRecord conversation, String channel, @Nullable ContactId contact) {
        boolean mail = system.elsewhere() == null || mails.isMail(channel, new BrandId(conversation.getBrandId()));
        MessageRecord message = new MessageRecord();
        message.setId(Uuid7.next());
        message.setContactId(contact == null ? null : contact.value());
        message.setDirection("out");
        message.setAuthorKind("system");
        message.setAuthorName("Hartslag");
        message.setAt(clock.instant());
        message.setText(mail ? system.text() : Objects.requireNonNull(system.elsewhere()));
        message.setHtml(mail ? system.html() : null);
        message.setSubject(system.subject());
        message.setUnsubscribeUrl(system.unsubscribeUrl());
        message.setAutomatic(true);
        message.setPurpose(system.purpose());
        message.setClientKey(system.clientKey());
        message.setDelivery("queued");
        return message;
    }

    private static Written written(MessageRecord message) {
        return new Written(new MessageId(message.getId()), message.getSeq());
    }
}
