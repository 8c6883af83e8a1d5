package nl.hartslag.assistant.internal;

import static nl.hartslag.assistant.internal.db.Tables.LEARNED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns from what was registered, after whoever registered it is done. */
@Component
class Learning implements TimerHandler {
    private static final String TIMER = "assistant.learn";
    private final DSLContext db;
    private final Told told;
    private final WordCounts counts;
    private final Timers timers;

    Learning(DSLContext db, Told told, WordCounts counts, Timers timers) {
        this.db = db;
        this.told = told;
        this.counts = counts;
        this.timers = timers;
    }

    @EventListener
    void ended(ContactWrappedUp event) {
        timers.schedule(TIMER, event.contact().toString(), event.occurredAt(), Map.of());
    }

    /** Only a correction: what goes on is learned when it has ended. */
    @EventListener
    void corrected(ContactRegistered event) {
        if (!db.fetchExists(LEARNED, LEARNED.CONTACT_ID.eq(event.contact().value()))) return;
        timers.schedule(TIMER, event.contact().toString(), event.occurredAt(), Map.of());
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        told.of(UUID.fromString(timer.key())).ifPresent(one -> counts.learn(one.brand(), List.of(one)));
    }
}
