package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.RightOfWay;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what is in the outbox, outside any transaction, through the adapter of its channel. */
@Component
class OutboxWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorkers.class);
    private static final int WORKERS = 4;
    /** So many are claimed and read at once; one after another they are sent. */
    private static final int BATCH = 4;
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(500);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TELLING_TRIES = 3;
    private static final int RECORDING_TRIES = 300;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);
    private final OutboxTable table;
    private final OutboxMessages messages;
    private final RightOfWay way;
    private final Clock clock;
    private final ObjectProvider<OutboundChannel> found;
    private final Map<String, OutboundChannel> channels = new HashMap<>();
    private final List<Loop> workers = new ArrayList<>();
    private volatile @Nullable Loop leases;
    /** Rows that a worker here is sending; only their leases are renewed. */
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    /** New at every start: what a former life of this process had in hand is somebody else's. */
    private final UUID node = Uuid7.next();

    OutboxWorkers(OutboxTable table, OutboxMessages messages, RightOfWay way, Clock clock, ObjectProvider<OutboundChannel> found) {
        this.table = table;
        this.messages = messages;
        this.way = way;
        this.clock = clock;
        this.found = found;
    }

    @Override
    public void start() {
        found.forEach(channel -> channels.put(channel.channel(), channel));
        for (int i = 0; i < WORKERS; i++) workers.add(Loop.start("outbox-" + i, this::work));
        leases = Loop.start("outbox-leases", () -> {
            Thread.sleep(OutboxTable.LEASE.dividedBy(3));
            table.renew(node, inHand);
        });
    }

    private void work() throws InterruptedException {
        List<OutboxRecord> claimed = channels.isEmpty() ? List.of() : table.claim(node, channels.keySet(), BATCH, way.isTaken());
        if (claimed.isEmpty()) {
            table.wake().await(LOOK_ANYWAY);
            return;
        }
        if (claimed.size() == BATCH) table.wake().call();
        List<Long> ids = claimed.stream().map(OutboxRecord::getId).toList();
        inHand.addAll(ids);
        try {
            Map<Long, OutboundMessage> ready = messages.toSend(claimed);
            for (OutboxRecord row : claimed) record(row, send(row, ready.get(row.getId())));
        } finally {
            // whatever happened, their leases now run out and somebody takes them up again
            ids.forEach(inHand::remove);
        }
    }

    private Outcome send(OutboxRecord row, OutboundMessage message) {
        try {
            return channels.get(row.getChannel()).send(message);
        } catch (RuntimeException fault) {
            LOG.warn("message {} could not be sent by {}", row.getMessageId(), row.getChannel(), fault);
            return new Outcome.Later("fault: " + fault.getClass().getSimpleName(), Optional.empty());
        }
    }

    /**
     * What was sent and is not recorded would be sent again. So while the database is away this waits for it, and when only the
     * telling of it fails, at least that it was sent is kept.
     */
    private void record(OutboxRecord row, Outcome outcome) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                if (tries > TELLING_TRIES && outcome instanceof Outcome.Sent) table.sent(row);
                else settle(row, outcome);
                return;
            } catch (RuntimeException fault) {
                LOG.warn("the outcome of message {} is not recorded yet: {}", row.getMessageId(), fault.toString());
                if (tries == RECORDING_TRIES) throw fault;
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private void settle(OutboxRecord row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> messages.sent(row, sent.externalId());
            case Outcome.Refused refused -> messages.dead(row, refused.why());
            case Outcome.Later later -> later(row, later);
        }
    }

    /** Ten seconds, twenty, forty … up to an hour; after two days it is for people to decide. */
    private void later(OutboxRecord row, Outcome.Later later) {
        Instant now = clock.instant();
        if (row.getNotBefore().plus(GIVEN_UP_AFTER).isBefore(now)) {
            messages.dead(row, later.why());
            return;
        }
        Duration pause = Duration.ofSeconds(Math.min(3_600, 10L << Math.min(12, row.getAttempts() - 1)));
        messages.later(row, later.notBefore().orElse(now.plus(pause)), later.why());
    }

    /** What is being sent comes to its end, or it would be sent again after the next start. */
    @Override
    public void stop() {
        Loop.finish(workers, LONGEST_FAREWELL);
        workers.clear();
        Loop renewing = leases;
        if (renewing != null) renewing.stop();
        leases = null;
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
