package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.testing.TestNode;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** How the outbox behaves when sending fails, when a node is lost in the middle of it, and when two nodes work. */
class OutboxTest {
    private static final long PATIENCE = 20;
    private final OutboxWorld world = new OutboxWorld();

    @Test
    void triesAgainEverLaterAndHoldsUpTheConversationMeanwhile() throws Exception {
        world.clock.stopAt(world.clock.instant());
        world.behaviour = message -> new Outcome.Later("relay is away", Optional.empty());
        ConversationRecord conversation = world.aConversation();
        try (TestNode node = world.node()) {
            UUID first = world.leaves(node, conversation, "first");
            world.leaves(node, conversation, "second");
            for (long pause = 10; pause <= 320; pause *= 2) {
                assertThat(world.reached.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("first");
                world.awaitState(first, "pending");
                assertThat(Duration.between(world.clock.instant(), world.row(first).getNextTryAt())).isEqualTo(Duration.ofSeconds(pause));
                assertThat(world.row(first).getError()).isEqualTo("relay is away");
                world.clock.advance(Duration.ofSeconds(pause));
            }
            assertThat(world.reached).doesNotContain("second");
        }
    }

    @Test
    void keepsToTheMomentThatTheOtherSideNames() throws Exception {
        world.clock.stopAt(world.clock.instant());
        Instant named = world.clock.instant().plusSeconds(1_234);
        world.behaviour = message -> new Outcome.Later("greylisted", Optional.of(named));
        try (TestNode node = world.node()) {
            UUID message = world.leaves(node, world.aConversation(), "hello");
            world.reached.poll(PATIENCE, TimeUnit.SECONDS);
            world.awaitState(message, "pending");
            assertThat(world.row(message).getNextTryAt()).isEqualTo(named);
        }
    }

    @Test
    void givesUpAfterTwoDaysAndThenAPersonMaySendItAgain() throws Exception {
        world.clock.stopAt(world.clock.instant());
        world.behaviour = message -> message.text().equals("first") ? new Outcome.Later("relay is away", Optional.empty()) : new Outcome.Sent(null);
        ConversationRecord conversation = world.aConversation();
        try (TestNode node = world.node()) {
            UUID first = world.leaves(node, conversation, "first");
            world.awaitState(first, "pending");
            world.await("it was tried", () -> world.row(first).getAttempts() == 1 && world.row(first).getState().equals("pending"));
            UUID second = world.leaves(node, conversation, "second");
            world.clock.advance(Duration.ofDays(2).plusSeconds(1));
            world.awaitState(first, "dead");
            assertThat(world.delivery(first)).isEqualTo("failed");
            world.awaitState(second, "sent");
            world.behaviour = message -> new Outcome.Sent("<" + message.id() + ">");
            assertThat(again(node, first)).isTrue();
            world.awaitState(first, "sent");
            assertThat(world.delivery(first)).isEqualTo("sent");
            assertThat(again(node, first)).as("what is sent is not sent again").isFalse();
        }
    }

    private boolean again(TestNode node, UUID message) {
        return node.get(TransactionTemplate.class).execute(status -> node.get(OutboxMessages.class).again(world.row(message)));
    }

    @Test
    void whatIsRefusedIsSetAsideAndHoldsUpNobody() throws Exception {
        world.behaviour = message -> message.text().equals("bad") ? new Outcome.Refused("no such address") : new Outcome.Sent(null);
        ConversationRecord conversation = world.aConversation();
        try (TestNode node = world.node()) {
            UUID bad = world.leaves(node, conversation, "bad");
            UUID good = world.leaves(node, conversation, "good");
            world.awaitState(good, "sent");
            assertThat(world.row(bad).getState()).isEqualTo("dead");
            assertThat(world.row(bad).getError()).isEqualTo("no such address");
        }
    }

    @Test
    void inARushWhatCanWaitLetsAnswersGoFirstButNotForLong() {
        world.clock.stopAt(world.clock.instant());
        Instant now = world.clock.instant();
        ConversationRecord conversation = world.aConversation();
        try (TestNode node = world.nodeWithoutWorkers()) {
            UUID acknowledgement = world.leaves(node, conversation, "acknowledgement", now, true);
            UUID elsewhere = world.leaves(node, world.aConversation(), "answer to another");
            assertThat(claimedInARush(node)).containsExactly(elsewhere);
            world.leaves(node, conversation, "answer");
            assertThat(claimedInARush(node)).as("what an answer waits for").containsExactly(acknowledgement);

            UUID invitation = world.leaves(node, world.aConversation(), "invitation", now, true);
            assertThat(claimedInARush(node)).isEmpty();
            world.clock.advance(OutboxTable.WAITS_AT_MOST);
            assertThat(claimedInARush(node)).contains(invitation);
        }
    }

    private static List<UUID> claimedInARush(TestNode node) {
        return node.get(OutboxTable.class).claim(UUID.randomUUID(), List.of(OutboxWorld.CHANNEL), 9, true).stream()
                .map(OutboxRecord::getMessageId)
                .toList();
    }

    @Test
    void anInvitationThatWaitsForItsMomentLetsAnAnswerPass() throws Exception {
        world.clock.stopAt(world.clock.instant());
        ConversationRecord conversation = world.aConversation();
        try (TestNode node = world.node()) {
            UUID invitation = world.leaves(node, conversation, "invitation", world.clock.instant().plus(Duration.ofDays(1)));
            UUID answer = world.leaves(node, conversation, "answer");
            world.awaitState(answer, "sent");
            assertThat(world.row(invitation).getState()).isEqualTo("pending");
            world.clock.advance(Duration.ofDays(1));
            world.awaitState(invitation, "sent");
            assertThat(world.reached).containsExactly("answer", "invitation");
        }
    }

    @Test
    void aNodeThatStartsLeavesAloneWhatAnotherIsSending() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        world.behaviour = message -> {
            if (message.text().equals("slow")) {
                sending.countDown();
                await(mayGo);
            }
            return new Outcome.Sent(null);
        };
        ConversationRecord conversation = world.aConversation();
        try (TestNode one = world.node()) {
            UUID slow = world.leaves(one, conversation, "slow");
            UUID next = world.leaves(one, conversation, "next");
            sending.await();
            try (TestNode two = world.node()) {
                for (int i = 0; i < 3; i++) {
                    UUID other = world.leaves(two, world.aConversation(), "other");
                    world.awaitState(other, "sent");
                }
                assertThat(world.row(slow).getState()).isEqualTo("sending");
                assertThat(world.row(next).getState()).isEqualTo("pending");
                mayGo.countDown();
                world.awaitState(next, "sent");
            }
        }
        assertThat(world.sends.values()).allMatch(times -> times.get() == 1);
    }

    @Test
    void takesOverWhenALeaseRunsOutAndTheFormerHolderDecidesNothingMore() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        CountDownLatch wakesUp = new CountDownLatch(1);
        world.clock.stopAt(world.clock.instant());
        world.behaviour = message -> {
            if (lost.getCount() > 0) {
                lost.countDown();
                await(wakesUp);
                return new Outcome.Refused("the former holder says no");
            }
            return new Outcome.Sent("<by the new holder>");
        };
        try (TestNode paused = world.node()) {
            UUID message = world.leaves(paused, world.aConversation(), "hello");
            lost.await();
            try (TestNode other = world.node()) {
                world.await("another node took over", () -> {
                    OutboxRecord row = world.row(message);
                    // as long as the first one holds it; it may also still renew its lease
                    if (row.getAttempts() == 1 && !row.getClaimedUntil().isBefore(world.clock.instant())) world.clock.advance(OutboxTable.LEASE.plusSeconds(1));
                    return row.getState().equals("sent");
                });
                wakesUp.countDown();
                UUID later = world.leaves(other, world.aConversation(), "later");
                world.awaitState(later, "sent");
            }
            assertThat(world.row(message).getState()).isEqualTo("sent");
            assertThat(world.delivery(message)).isEqualTo("sent");
            assertThat(world.told).filteredOn(event -> event.message().value().equals(message)).hasSize(1);
        }
        assertThat(world.told).filteredOn(event -> event.detail() != null).isEmpty();
    }

    @Test
    void whatWasSentIsNotSentAgainBecauseTellingItFails() throws Exception {
        world.tellingFails.set(2);
        try (TestNode node = world.node()) {
            UUID message = world.leaves(node, world.aConversation(), "hello");
            world.awaitState(message, "sent");
            assertThat(world.delivery(message)).isEqualTo("sent");
            world.tellingFails.set(Integer.MAX_VALUE);
            UUID untold = world.leaves(node, world.aConversation(), "untold");
            world.awaitState(untold, "sent");
        }
        assertThat(world.sends.values()).allMatch(times -> times.get() == 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
