package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In time before a promise is due its owner is told, and the conversation comes back as work when nobody has it: for the owner first,
 * and for anyone when he is not there.
 */
@Component
class Reminders implements TimerHandler {
    static final String TIMER = "contacts.promise-reminder";

    private final DSLContext db;
    private final Conversations conversations;
    private final Returns returns;
    private final LiveStream live;
    private final ContactsSettings settings;

    Reminders(DSLContext db, Conversations conversations, Returns returns, LiveStream live, ContactsSettings settings) {
        this.db = db;
        this.conversations = conversations;
        this.returns = returns;
        this.live = live;
        this.settings = settings;
    }

    /** When the span begins; without one some time ahead, or halfway when that is less. */
    Instant at(@Nullable Instant from, Instant due, Instant now) {
        if (from != null) return from.isBefore(now) ? now : from;
        Duration half = Duration.between(now, due).dividedBy(2);
        Duration ahead = settings.remindAhead();
        return due.minus(half.compareTo(ahead) < 0 ? half : ahead);
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationId id = ConversationId.of((String) timer.payload().get("conversation"));
        ConversationRecord conversation = conversations.lock(id);
        db.selectFrom(PROMISE)
                .where(PROMISE.ID.eq(PromiseId.of(timer.key()).value()))
                .and(PROMISE.STATE.in("open", "late"))
                // a promise that was moved has another timer
                .and(PROMISE.REMIND_AT.le(timer.dueAt()))
                .fetchOptional()
                .ifPresent(promise -> remind(conversation, promise));
    }

    private void remind(ConversationRecord conversation, PromiseRecord promise) {
        UserId owner = new UserId(promise.getOwnerId());
        if (conversations.openContact(new ConversationId(conversation.getId())).isEmpty()) returns.bringBack(conversation, owner, "promise-due");
        live.publish(LiveEvent.ofUser("promise.reminded", owner, Map.of(
                "promise", promise.getId(), "conversation", conversation.getId(), "words", promise.getWords(), "dueAt", promise.getDueAt())));
    }
}
