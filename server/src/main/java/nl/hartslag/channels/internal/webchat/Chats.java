package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.CHAT;
import static nl.hartslag.channels.internal.db.Tables.VISITOR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.WebChat.ChatState;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.WaitingTimes;
import nl.hartslag.contacts.WaitingTimes.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Conversations as their visitors see them. Locks are taken in one order everywhere: the visitor, the conversation, its contact,
 * the chat.
 */
@Component
class Chats {
    /** A chat that others ended is shown this long; afterwards the visitor begins anew. */
    private static final Duration GOES_ON_WITHIN = Duration.ofHours(24);
    private final DSLContext db;
    private final Contacts contacts;
    private final ObjectProvider<WaitingTimes> waitingTimes;
    private final Clock clock;

    Chats(DSLContext db, Contacts contacts, ObjectProvider<WaitingTimes> waitingTimes, Clock clock) {
        this.db = db;
        this.contacts = contacts;
        this.waitingTimes = waitingTimes;
        this.clock = clock;
    }

    /** The one the visitor is in, or was in just now. */
    Optional<ChatRecord> current(UUID visitor) {
        return db.select(CHAT.fields()).from(VISITOR).join(CHAT).on(CHAT.CONVERSATION_ID.eq(VISITOR.CONVERSATION_ID))
                .where(VISITOR.ID.eq(visitor))
                .fetchOptionalInto(CHAT)
                .filter(chat -> chat.getEndedBy() == null || chat.getChangedAt().plus(GOES_ON_WITHIN).isAfter(clock.instant()));
    }

    /** The current one, if a new message belongs in it. */
    Optional<ChatRecord> goingOn(UUID visitor) {
        return current(visitor).filter(chat -> !"visitor".equals(chat.getEndedBy()));
    }

    Optional<ChatRecord> begunWith(UUID visitor, String clientKey) {
        return db.selectFrom(CHAT).where(CHAT.VISITOR_ID.eq(visitor)).and(CHAT.CLIENT_KEY.eq(clientKey)).fetchOptional();
    }

    Optional<ChatRecord> find(ConversationId id) {
        return db.selectFrom(CHAT).where(CHAT.CONVERSATION_ID.eq(id.value())).fetchOptional();
    }

    Optional<ChatRecord> lock(ConversationId id) {
        return db.selectFrom(CHAT).where(CHAT.CONVERSATION_ID.eq(id.value())).forUpdate().fetchOptional();
    }

    ChatRecord fresh() {
        return db.newRecord(CHAT);
    }

    void makeCurrent(UUID visitor, UUID conversation) {
        db.update(VISITOR).set(VISITOR.CONVERSATION_ID, conversation).where(VISITOR.ID.eq(visitor)).execute();
    }

    ChatState state(ChatRecord chat) {
        Optional<ContactId> waiting = Optional.ofNullable(chat.getContactId()).filter(id -> chat.getState().equals("waiting")).map(ContactId::new);
        return new ChatState(new ConversationId(chat.getConversationId()), chat.getState(), chat.getAgentName(),
                waiting.flatMap(this::waitOf).orElse(null), waiting.flatMap(this::promised).orElse(null),
                chat.getLastSeq(), chat.getReadByAgent(), chat.getReadByVisitor(), chat.getUnread(), chat.getEndedBy(), chat.getStartedAt());
    }

    /** A moment that went by is nothing to tell any more. */
    private Optional<Instant> promised(ContactId contact) {
        return contacts.answerPromise(contact).map(PromiseView::dueAt).filter(due -> due.isAfter(clock.instant()));
    }

    private Optional<Waiting> waitOf(ContactId contact) {
        return Optional.ofNullable(waitingTimes.getIfAvailable()).flatMap(times -> times.of(contact));
    }
}
