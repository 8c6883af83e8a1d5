package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.OpenTime;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What has waited long enough is looked for more widely: one timer for each ring of its queue. */
@Component
class Widening implements TimerHandler {
    static final String TIMER = "routing.ring";
    private final DSLContext db;
    private final Clock clock;
    private final Queues queues;
    private final Organisation organisation;
    private final Timers timers;
    private final Signals signals;
    private final Steps steps;

    Widening(DSLContext db, Clock clock, Queues queues, Organisation organisation, Timers timers, Signals signals, Steps steps) {
        this.db = db;
        this.clock = clock;
        this.queues = queues;
        this.organisation = organisation;
        this.timers = timers;
        this.signals = signals;
        this.steps = steps;
    }

    /** It begins to wait; each wait is told from an earlier one by the instant at which it began. */
    void begin(WaitingRecord row, Queue queue) {
        List<Ring> rings = queue.search().rings();
        for (int ring = 1; ring <= rings.size(); ring++) {
            int number = ring;
            opens(row, rings.get(ring - 1)).ifPresent(at -> timers.schedule(
                    TIMER, row.getContactId() + "/" + number, at, Map.of("ring", number, "since", row.getSince().toString())));
        }
    }

    /** The rings of a queue were changed: what waits in it begins anew with them, and what is due follows at once. */
    void beginAnew(Queue queue) {
        db.update(WAITING).set(WAITING.RING, 0).where(WAITING.QUEUE_ID.eq(queue.id().value())).returning().fetch()
                .stream().filter(row -> row.getSince() != null).forEach(row -> begin(row, queue));
    }

    /** When the next ring may help; empty when there is none, or not within a year. */
    Optional<Instant> next(WaitingRecord row, Queue queue) {
        List<Ring> rings = queue.search().rings();
        return row.getRing() >= rings.size() || row.getSince() == null ? Optional.empty() : opens(row, rings.get(row.getRing()));
    }

    private Optional<Instant> opens(WaitingRecord row, Ring ring) {
        return OpenTime.after(organisation.hours(new BrandId(row.getBrandId()), row.getChannel()), row.getSince(), Duration.ofMinutes(ring.afterMinutes()));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        UUID contact = UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
        int ring = ((Number) timer.payload().get("ring")).intValue();
        db.update(WAITING)
                .set(WAITING.RING, ring)
                .where(WAITING.CONTACT_ID.eq(contact))
                .and(WAITING.RING.lt(ring))
                .and(WAITING.SINCE.eq(Instant.parse((String) timer.payload().get("since"))))
                .returning()
                .fetchOptional()
                .filter(row -> queues.get(new QueueId(row.getQueueId())).search().rings().size() >= ring)
                .ifPresent(row -> {
                    steps.widened(row, ring, clock.instant());
                    signals.contact(new ContactId(contact));
                });
    }
}
