package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.testing.Soak;
import nl.hartslag.testing.TestNode;
import org.junit.jupiter.api.Test;

/** What must hold whatever the channel does: random outcomes, two nodes, and nodes that stop and start in between. */
class OutboxLawsTest {
    private static final int ROUNDS = Soak.rounds(3, 100);
    private static final int CONVERSATIONS = 8;
    private static final int MESSAGES = 4;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void everyMessageLeavesOnceInOrderOrIsSetAside() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED + round;
            try {
                round(new Random(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("To repeat: -Dseed=" + seed, failed);
            }
        }
        System.out.printf("soak: outbox, %d rounds of %d messages over two nodes that come and go: in order, each once%n", ROUNDS, CONVERSATIONS * MESSAGES);
    }

    private static void round(Random random) {
        OutboxWorld world = new OutboxWorld();
        world.clock.stopAt(world.clock.instant());
        Set<UUID> inFlight = ConcurrentHashMap.newKeySet();
        Map<UUID, List<Outcome>> outcomes = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> breaches = new ConcurrentLinkedQueue<>();
        world.behaviour = message -> {
            if (!inFlight.add(message.conversation().value())) breaches.add("two of one conversation at the same time");
            if (earlierStillWaits(world, message)) breaches.add("before its turn: " + message.text());
            try {
                Outcome outcome = anOutcome(random);
                outcomes.computeIfAbsent(message.id().value(), id -> new ArrayList<>()).add(outcome);
                return outcome;
            } finally {
                inFlight.remove(message.conversation().value());
            }
        };
        Map<UUID, ConversationRecord> conversations = new HashMap<>();
        List<TestNode> nodes = new ArrayList<>(List.of(world.node(), world.node()));
        try {
            for (int i = 0; i < CONVERSATIONS; i++) {
                ConversationRecord conversation = world.aConversation();
                conversations.put(conversation.getId(), conversation);
            }
            for (int i = 0; i < MESSAGES; i++) {
                for (ConversationRecord conversation : conversations.values()) world.leaves(nodes.get(random.nextInt(2)), conversation, "m" + i);
                if (random.nextInt(3) == 0) {
                    nodes.removeFirst().close();
                    nodes.add(world.node());
                }
            }
            world.await("everything is settled", () -> {
                // in one question: between two, a row could move from one state to the other
                Set<String> states = world.db.selectDistinct(OUTBOX.STATE).from(OUTBOX).fetchSet(OUTBOX.STATE);
                if (states.contains("sending")) return false;
                if (!states.contains("pending")) return true;
                // while something may be claimed, time stands still: a worker that read the clock may be slow to write its lease
                if (!anythingMayLeave(world)) world.clock.advance(Duration.ofSeconds(20));
                nodes.forEach(node -> node.get(OutboxTable.class).wake().call());
                return false;
            });
        } finally {
            nodes.forEach(TestNode::close);
        }
        assertThat(breaches).isEmpty();
        for (ConversationRecord conversation : conversations.values()) {
            for (OutboxRecord row : world.rows(conversation)) settledOnce(world, row, outcomes.get(row.getMessageId()));
        }
    }

    private static void settledOnce(OutboxWorld world, OutboxRecord row, List<Outcome> outcomes) {
        assertThat(outcomes).as("tries of " + row).hasSize(row.getAttempts());
        assertThat(outcomes.subList(0, outcomes.size() - 1)).as("only what failed is tried again").allMatch(each -> each instanceof Outcome.Later);
        switch (outcomes.getLast()) {
            case Outcome.Sent sent -> assertThat(List.of(row.getState(), world.delivery(row.getMessageId()))).containsExactly("sent", "sent");
            case Outcome.Refused refused -> assertThat(List.of(row.getState(), world.delivery(row.getMessageId()))).containsExactly("dead", "failed");
            case Outcome.Later later -> throw new AssertionError("settled although it should be tried again: " + row);
        }
        assertThat(world.told.stream().filter(event -> event.message().value().equals(row.getMessageId()))
                .filter(event -> event.delivery() == Delivery.SENT || event.delivery() == Delivery.FAILED)).as("told once how it ended").hasSize(1);
    }

    private static boolean anythingMayLeave(OutboxWorld world) {
        var earlier = OUTBOX.as("earlier");
        return world.db.fetchExists(OUTBOX, OUTBOX.STATE.eq("pending")
                .and(OUTBOX.NEXT_TRY_AT.le(world.clock.instant()))
                .andNotExists(world.db.selectOne().from(earlier)
                        .where(earlier.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
                        .and(earlier.ID.lt(OUTBOX.ID))
                        .and(earlier.STATE.eq("pending"))));
    }

    private static Outcome anOutcome(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Outcome.Later("passing", Optional.empty());
            case 2 -> new Outcome.Refused("for good");
            default -> new Outcome.Sent(null);
        };
    }

    private static boolean earlierStillWaits(OutboxWorld world, OutboundMessage message) {
        return world.rows(world.db.selectFrom(nl.hartslag.contacts.internal.db.Tables.CONVERSATION)
                        .where(nl.hartslag.contacts.internal.db.Tables.CONVERSATION.ID.eq(message.conversation().value())).fetchSingle())
                .stream()
                .takeWhile(row -> !row.getMessageId().equals(message.id().value()))
                .anyMatch(row -> row.getState().equals("pending") || row.getState().equals("sending"));
    }
}
