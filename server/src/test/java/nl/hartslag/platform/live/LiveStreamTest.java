package nl.hartslag.platform.live;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Soak;
import nl.hartslag.testing.TestDatabase;
import nl.hartslag.testing.TestNode;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final TestDatabase database = TestDatabase.fresh();

    private TestNode node() {
        return new TestNode(database, Clock.systemUTC(), LiveSignals.class, LiveLog.class, LiveReader.class);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkippedAndHoldsNobodyUp() throws Exception {
        try (TestNode node = node()) {
            LiveSubscription screen = new LiveSubscription();
            node.get(LiveReader.class).join(screen);
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Thread late = Thread.startVirtualThread(() -> node.inTransaction(() -> {
                publish(node, "late");
                written.countDown();
                await(mayCommit);
            }));
            written.await();
            node.inTransaction(() -> publish(node, "quick"));
            NumberedEvent first = screen.next(PATIENCE).orElseThrow();
            assertThat(first.kind()).isEqualTo("quick");
            mayCommit.countDown();
            late.join();
            NumberedEvent second = screen.next(PATIENCE).orElseThrow();
            assertThat(second.kind()).isEqualTo("late");
            assertThat(second.position()).isGreaterThan(first.position());
        }
    }

    @Test
    void twoNodesGiveEveryCommittedEventOnceInOneOrder() throws Exception {
        int writers = 8;
        int each = 40;
        Set<String> committed = ConcurrentHashMap.newKeySet();
        try (TestNode one = node();
                TestNode two = node()) {
            LiveSubscription atOne = new LiveSubscription();
            LiveSubscription atTwo = new LiveSubscription();
            one.get(LiveReader.class).join(atOne);
            two.get(LiveReader.class).join(atTwo);
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < writers; writer++) {
                    TestNode node = writer % 2 == 0 ? one : two;
                    Random random = new Random(writer);
                    int number = writer;
                    pool.submit(() -> {
                        for (int i = 0; i < each; i++) write(node, "e" + number + "-" + i, random, committed);
                    });
                }
            }
            List<NumberedEvent> seenAtOne = take(atOne, committed.size());
            List<NumberedEvent> seenAtTwo = take(atTwo, committed.size());
            assertThat(seenAtOne).extracting(NumberedEvent::kind).containsExactlyInAnyOrderElementsOf(committed);
            assertThat(seenAtTwo).isEqualTo(seenAtOne);
            long first = seenAtOne.getFirst().position();
            assertThat(seenAtOne)
                    .extracting(NumberedEvent::position)
                    .containsExactlyElementsOf(LongStream.range(first, first + committed.size()).boxed().toList());
        }
    }

    @Test
    void nodesThatComeAndGoNumberEveryCommittedEventOnce() throws Exception {
        for (int round = 0; round < Soak.rounds(1, 50); round++) {
            long seed = Long.getLong("seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            Set<String> committed = ConcurrentHashMap.newKeySet();
            TestNode writing = node();
            TestNode other = node();
            try {
                for (int i = 0; i < 200; i++) {
                    write(writing, "round " + round + " event " + i, random, committed);
                    if (i % 40 == 39) {
                        // it may be numbering this very moment
                        other.close();
                        other = node();
                    }
                }
                awaitNumbered(writing);
                var log = writing.get(DSLContext.class).fetch("select position, kind from platform.live_log order by position");
                String ofThisRound = "round " + round + " ";
                assertThat(log.getValues("kind", String.class).stream().filter(kind -> kind.startsWith(ofThisRound)).toList())
                        .as("seed " + seed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
                List<Long> positions = log.getValues("position", Long.class);
                assertThat(positions).isEqualTo(LongStream.rangeClosed(positions.getFirst(), positions.getLast()).boxed().toList());
            } finally {
                writing.close();
                other.close();
            }
        }
    }

    private static void awaitNumbered(TestNode node) {
        eventually(() -> !node.get(DSLContext.class).fetchExists(DSL.table("platform.live_pending")), () -> "still not numbered");
    }

    private void write(TestNode node, String kind, Random random, Set<String> committed) {
        boolean fails = random.nextInt(5) == 0;
        try {
            node.inTransaction(() -> {
                publish(node, kind);
                Thread.yield();
                if (fails) throw new IllegalStateException("rolled back on purpose");
            });
            committed.add(kind);
        } catch (IllegalStateException expected) {
            assertThat(fails).isTrue();
        }
    }

    @Test
    void aScreenThatIsTooSlowIsCutOffAndCostsNothingMore() {
        LiveSubscription slow = new LiveSubscription();
        for (int i = 0; i < 2_001; i++) slow.offer(event(null, null, null));
        assertThat(slow.isClosed()).isTrue();
    }

    @Test
    void deliversOnlyWhatAPersonMaySee() {
        BrandId mine = BrandId.next();
        PartnerId partner = PartnerId.next();
        Access ours = access(mine, Optional.empty(), Permission.CONTACTS_VIEW);
        Access partners = access(mine, Optional.of(partner), Permission.CONTACTS_VIEW);
        assertThat(event(mine, null, Permission.CONTACTS_VIEW).isFor(ours)).isTrue();
        assertThat(event(mine, partner, Permission.CONTACTS_VIEW).isFor(ours)).isTrue();
        assertThat(event(BrandId.next(), null, Permission.CONTACTS_VIEW).isFor(ours)).isFalse();
        assertThat(event(mine, null, Permission.LISTEN_VIEW).isFor(ours)).isFalse();
        assertThat(event(mine, partner, Permission.CONTACTS_VIEW).isFor(partners)).isTrue();
        assertThat(event(mine, null, Permission.CONTACTS_VIEW).isFor(partners)).isFalse();
        assertThat(event(mine, PartnerId.next(), Permission.CONTACTS_VIEW).isFor(partners)).isFalse();
    }

    private static Access access(BrandId brand, Optional<PartnerId> partner, Permission permission) {
        return Access.everywhere(UserId.next(), "Noor", "nl", Set.of(permission), Set.of(brand), Set.of(), partner);
    }

    private static NumberedEvent event(BrandId brand, PartnerId partner, Permission permission) {
        return new NumberedEvent(
                1, "k", brand == null ? null : brand.value(), partner == null ? null : partner.value(), permission, null, "{}");
    }

    private static void publish(TestNode node, String kind) {
        node.get(LiveStream.class)
                .publish(new LiveEvent(
                        kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()));
    }

    private static List<NumberedEvent> take(LiveSubscription subscription, int count) throws InterruptedException {
        List<NumberedEvent> events = new ArrayList<>();
        while (events.size() < count) events.add(subscription.next(PATIENCE).orElseThrow());
        return events;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
