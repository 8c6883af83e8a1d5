package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In time before a promise is due its owner is told, and the conversation comes back as work when nobody has it: for the owner first,
 * and for anyone when he is not there. Once more when it is late. Timers are never cancelled: each moment has timers of its own, which
 * find nothing left to do when there is another by then. So whoever agrees another moment waits for none that fires just now.
 */
@Component
class Reminders implements TimerHandler {
    private static final String TIMER = "contacts.given-promise";
    private final DSLContext db;
    private final Conversations conversations;
    private final Returns returns;
    private final Promises promises;
    private final Timers timers;
    private final LiveStream live;
    private final ContactsSettings settings;
    private final Clock clock;

    Reminders(
            DSLContext db,
            Conversations conversations,
            Returns returns,
            Promises promises,
            Timers timers,
            LiveStream live,
            ContactsSettings settings,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.returns = returns;
        this.promises = promises;
        this.timers = timers;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sets the moment of a promise that is still to be stored, and its timers. A span that has begun already is none. */
    void set(PromiseRecord promise, @Nullable Instant from, Instant due, Instant now) {
        Instant begins = from != null && from.isAfter(now) ? from : null;
        promise.setFromAt(begins);
        promise.setDueAt(due);
        promise.setRemindAt(at(begins, due, now));
        promise.setRemindedAt(null);
        Map<String, String> where = Map.of("conversation", promise.getConversationId().toString(), "promise", promise.getId().toString());
        timers.schedule(TIMER, Uuid7.next().toString(), promise.getRemindAt(), where);
        timers.schedule(TIMER, Uuid7.next().toString(), due, where);
    }

    /** When the span begins; without one some time ahead, or halfway when that is less. */
    private Instant at(@Nullable Instant from, Instant due, Instant now) {
        if (from != null) return from;
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
        ConversationRecord conversation = conversations.lock(ConversationId.of((String) timer.payload().get("conversation")));
        PromiseId id = PromiseId.of((String) timer.payload().get("promise"));
        db.selectFrom(PROMISE)
                .where(PROMISE.ID.eq(id.value()))
                .and(PROMISE.STATE.eq("open"))
                .forUpdate()
                .fetchOptional()
                .ifPresent(promise -> {
                    if (!promise.getDueAt().isAfter(timer.dueAt())) late(conversation, promise);
                    else if (promise.getRemindedAt() == null && !promise.getRemindAt().isAfter(timer.dueAt())) remind(conversation, promise);
                });
    }

    private void remind(ConversationRecord conversation, PromiseRecord promise) {
        promise.setRemindedAt(clock.instant());
        promise.update();
        UserId owner = new UserId(promise.getOwnerId());
        returns.bringBack(conversation, owner, "promise-due");
        promises.changed(promise, promise.getConversationId());
        tell("promise.reminded", promise, owner);
    }

    private void late(ConversationRecord conversation, PromiseRecord promise) {
        promise.setState("late");
        promise.setLateAt(promise.getLateAt() == null ? promise.getDueAt() : promise.getLateAt());
        promise.update();
        returns.bringBack(conversation, new UserId(promise.getOwnerId()), "promise-late");
        promises.changed(promise, promise.getConversationId());
    }

    /** News for one person, while he may see the customer at all. */
    void tell(String kind, PromiseRecord promise, UserId person) {
        Optional<PartnerId> partner = db.select(CONTACT.PARTNER_ID).from(CONTACT).where(CONTACT.ID.eq(promise.getContactId()))
                .fetchOptional(CONTACT.PARTNER_ID).map(PartnerId::new);
        Map<String, Object> payload = new HashMap<>(Map.of("promise", promise.getId(), "conversation", promise.getConversationId(),
                "brand", promise.getBrandId(), "words", promise.getWords(), "dueAt", promise.getDueAt()));
        live.publish(new LiveEvent(kind, Optional.of(new BrandId(promise.getBrandId())), partner, Optional.of(Permission.CONTACTS_VIEW),
                Optional.of(person), payload));
    }
}
