package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.HANDLED;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.hartslag.contacts.WaitingTimes;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.WaitEstimate;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long someone will wait, from who is there now and what the last contacts of the queue took. */
@Component
class WaitTimes implements WaitingTimes {
    private static final int LAST = 30;
    private static final Duration RECENT = Duration.ofHours(4);
    private final DSLContext db;
    private final Clock clock;
    private final WaitingContacts waiting;
    private final Queues queues;
    private final Placing placing;
    private final Presences presences;

    WaitTimes(
            DSLContext db, Clock clock, WaitingContacts waiting, Queues queues, Placing placing, Presences presences) {
        this.db = db;
        this.clock = clock;
        this.waiting = waiting;
        this.queues = queues;
        this.placing = placing;
        this.presences = presences;
    }

    @Override
    public Optional<Waiting> of(ContactId contact) {
        return waiting.row(contact).map(this::of);
    }

    private Waiting of(WaitingRecord row) {
        int ahead = waiting.aheadOf(row);
        return new Waiting(ahead, seconds(queues.get(new QueueId(row.getQueueId())), Medium.of(row.getMedium()), ahead));
    }

    /** Only someone who would sit waiting asks this, so it is answered for a chat. */
    @Override
    public Optional<Waiting> now(BrandId brand, String channel) {
        return placing.known(brand, channel, Medium.CHAT).map(queue -> {
            int ahead = waiting.waitingIn(queue.id(), Medium.CHAT);
            return new Waiting(ahead, seconds(queue, Medium.CHAT, ahead));
        });
    }

    private @Nullable Integer seconds(Queue queue, Medium medium, int ahead) {
        int places = 0;
        int free = 0;
        for (Candidate candidate : presences.candidates()) {
            if (!candidate.agent().fits(queue)) continue;
            places += most(candidate.hands().capacity(), medium);
            free += free(candidate.hands(), medium);
        }
        OptionalInt seconds = WaitEstimate.seconds(ahead, free, places, recent(queue, medium));
        return seconds.isPresent() ? (Integer) seconds.getAsInt() : null;
    }

    private static int most(Capacity capacity, Medium medium) {
        return switch (medium) {
            case CALL -> capacity.calls();
            case CHAT -> capacity.chats();
            case MAIL -> capacity.mails();
        };
    }

    private static int free(Hands hands, Medium medium) {
        if (!hands.roomFor(medium)) return 0;
        return switch (medium) {
            case CALL -> hands.capacity().calls() - hands.calls();
            case CHAT -> hands.capacity().chats() - hands.chats();
            case MAIL -> hands.capacity().mails() - hands.mails();
        };
    }

    private List<Integer> recent(Queue queue, Medium medium) {
        return db.select(HANDLED.SECONDS).from(HANDLED)
                .where(HANDLED.QUEUE_ID.eq(queue.id().value()))
                .and(HANDLED.MEDIUM.eq(medium.key()))
                .and(HANDLED.ENDED_AT.gt(clock.instant().minus(RECENT)))
                .orderBy(HANDLED.ENDED_AT.desc())
                .limit(LAST)
                .fetch(HANDLED.SECONDS);
    }
}
