package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A contact that waited too long stands out, so that a person sees to it. */
@Component
class Overflow implements TimerHandler {
    static final String TIMER = "routing.overflow";
    private final DSLContext db;
    private final Clock clock;
    private final Queues queues;
    private final LiveStream live;
    private final Signals signals;
    private final Steps steps;

    Overflow(DSLContext db, Clock clock, Queues queues, LiveStream live, Signals signals, Steps steps) {
        this.db = db;
        this.clock = clock;
        this.queues = queues;
        this.live = live;
        this.signals = signals;
        this.steps = steps;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        db.update(WAITING)
                .set(WAITING.OVERFLOWED_AT, clock.instant())
                .where(WAITING.CONTACT_ID.eq(UUID.fromString(timer.key())))
                .and(WAITING.OVERFLOWED_AT.isNull())
                .returning()
                .fetchOptional()
                .ifPresent(row -> {
                    steps.stoodOut(row, clock.instant());
                    Queue queue = queues.get(new QueueId(row.getQueueId()));
                    live.publish(LiveEvent.ofBrand(
                            "contact.overflowed", new BrandId(row.getBrandId()), queue.partner(), Permission.CONTACTS_VIEW,
                            Map.of("contact", row.getContactId(), "conversation", row.getConversationId(),
                                    "queue", row.getQueueId(), "waitingSince", row.getEnteredAt())));
                    signals.queue(queue.id());
                });
    }
}
