package nl.hartslag.platform.timers;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.Soak;
import nl.hartslag.testing.TestDatabase;
import nl.hartslag.testing.TestNode;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimersTest {
    private static final long PATIENCE = 20;
    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock();

    /** Keys in the order in which they fired, on whichever node. */
    static final BlockingQueue<String> FIRED = new LinkedBlockingQueue<>();

    static class Writes implements TimerHandler {
        private final DSLContext db;

        Writes(DSLContext db) {
            this.db = db;
        }

        @Override
        public String kind() {
            return "test.writes";
        }

        @Override
        public void fire(DueTimer timer) {
            db.execute("insert into fired (key) values ({0})", org.jooq.impl.DSL.val(timer.key()));
            boolean fails = Boolean.TRUE.equals(timer.payload().get("fails"));
            FIRED.add(timer.key());
            if (fails) throw new IllegalStateException("fails on purpose");
        }
    }

    @BeforeEach
    void table() throws Exception {
        FIRED.clear();
        try (var connection = database.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table fired (key text primary key)");
        }
    }

    private TestNode node() {
        return new TestNode(
                database, clock, TimerSignal.class, TimerTable.class, Writes.class, TimerWorkers.class);
    }

    @Test
    void twoNodesFireEachTimerOnce() throws Exception {
        try (TestNode one = node();
                TestNode two = node()) {
            Instant due = clock.instant();
            for (int i = 0; i < 200; i++) schedule(i % 2 == 0 ? one : two, "t" + i, due, false);
            for (int i = 0; i < 200; i++) assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isNotNull();
            awaitFired(one, 200, 0);
            assertThat(FIRED).isEmpty();
        }
    }

    /**
     * Nothing fires early; how late things fire is written down, not judged, since it depends on the machine. Once at a hundred a second,
     * which is work of a busy hour, and once all in the same moment.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingFiresBeforeItsInstant(boolean rush) throws Exception {
        int timers = Soak.rounds(100, 3_000);
        int apartMillis = rush ? 0 : 10;
        Map<String, Instant> due = new HashMap<>();
        List<Long> late = new ArrayList<>();
        try (TestNode one = node();
                TestNode two = node()) {
            // storing them is a rush of its own, which is over by then
            Instant begin = clock.instant().plusMillis(timers * 3L);
            for (int i = 0; i < timers; i++) {
                due.put("t" + i, begin.plusMillis((long) i * apartMillis));
                schedule(i % 2 == 0 ? one : two, "t" + i, due.get("t" + i), false);
            }
            for (int i = 0; i < timers; i++) {
                String fired = FIRED.poll(PATIENCE, TimeUnit.SECONDS);
                assertThat(fired).isNotNull();
                late.add(Duration.between(due.get(fired), clock.instant()).toMillis());
            }
        }
        Collections.sort(late);
        System.out.printf("soak: %d timers on two nodes, %s: late p50 %d ms, p95 %d ms, at most %d ms%n", timers,
                rush ? "all in one moment" : "a hundred a second", late.get(timers / 2), late.get(timers * 95 / 100), late.getLast());
        assertThat(late.getFirst()).isNotNegative();
    }

    @Test
    void nodesThatComeAndGoInTheMiddleOfItFireEachTimerOnce() {
        for (int round = 0; round < Soak.rounds(1, 50); round++) {
            long seed = Long.getLong("seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            List<TestNode> nodes = new ArrayList<>(List.of(node(), node()));
            try {
                for (int i = 0; i < 200; i++) {
                    schedule(nodes.get(random.nextInt(2)), "r" + round + "-" + i, clock.instant().plusMillis(random.nextInt(500)), false);
                    if (i % 40 == 39) {
                        // it may be firing some this very moment
                        nodes.removeFirst().close();
                        nodes.add(node());
                    }
                }
                awaitFired(nodes.getLast(), 200 * (round + 1), seed);
                assertThat(count(nodes.getLast(), "platform.timer")).as("seed " + seed).isZero();
            } finally {
                nodes.forEach(TestNode::close);
            }
        }
    }

    private static void awaitFired(TestNode node, int wanted, long seed) {
        eventually(() -> count(node, "fired") >= wanted, () -> "seed %d: %d of %d fired".formatted(seed, count(node, "fired"), wanted));
    }

    @Test
    void aTimerWaitsForItsInstantAlsoOverARestart() throws Exception {
        clock.stopAt(clock.instant());
        try (TestNode first = node()) {
            schedule(first, "later", clock.instant().plusSeconds(3_600), false);
            schedule(first, "now", clock.instant(), false);
            assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("now");
        }
        assertThat(FIRED).isEmpty();
        clock.advance(Duration.ofHours(1));
        try (TestNode second = node()) {
            assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("later");
            awaitFired(second, 2, 0);
        }
    }

    @Test
    void aFailedTimerLeavesNothingBehindComesBackAndIsSetAsideInTheEnd() throws Exception {
        clock.stopAt(clock.instant());
        try (TestNode node = node()) {
            schedule(node, "bad", clock.instant(), true);
            for (int i = 0; i < TimerTable.SET_ASIDE_AFTER; i++) {
                assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("bad");
                awaitFailureRecorded(node, i + 1);
                clock.advance(Duration.ofMinutes(11));
            }
            schedule(node, "good", clock.instant(), false);
            assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("good");
            assertThat(count(node, "fired where key = 'bad'")).isZero();
        }
    }

    @Test
    void aTimerIsReplacedByALaterOneOfTheSameKeyAndCanBeCancelled() throws Exception {
        clock.stopAt(clock.instant());
        try (TestNode node = node()) {
            schedule(node, "moved", clock.instant().plusSeconds(60), false);
            schedule(node, "moved", clock.instant().plusSeconds(600), false);
            schedule(node, "cancelled", clock.instant().plusSeconds(60), false);
            node.inTransaction(() -> node.get(Timers.class).cancel("test.writes", "cancelled"));
            clock.advance(Duration.ofSeconds(60));
            schedule(node, "marker", clock.instant(), false);
            assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("marker");
            clock.advance(Duration.ofSeconds(600));
            assertThat(FIRED.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo("moved");
        }
    }

    @Test
    void whatIsScheduledTogetherIsStoredAtItsEndEachOnceAndAfterAFaultNotAtAll() {
        clock.stopAt(clock.instant());
        try (TestNode node = node()) {
            Timers timers = node.get(Timers.class);
            Instant later = clock.instant().plusSeconds(600);
            schedule(node, "replaced", clock.instant().plusSeconds(60), false);
            node.inTransaction(() -> timers.together(() -> {
                timers.schedule("test.writes", "twice", later.plusSeconds(1), Map.of());
                timers.schedule("test.writes", "twice", later, Map.of());
                timers.schedule("test.writes", "replaced", later, Map.of());
                timers.schedule("test.writes", "cancelled", later, Map.of());
                timers.cancel("test.writes", "cancelled");
                assertThat(count(node, "platform.timer where key = 'twice'")).isZero();
            }));
            assertThat(node.get(DSLContext.class).fetch("select key from platform.timer where due_at = {0} order by key", DSL.val(later)).getValues(0))
                    .isEqualTo(List.of("replaced", "twice"));
            assertThat(count(node, "platform.timer")).isEqualTo(2);
            assertThatThrownBy(() -> timers.together(() -> {
                timers.schedule("test.writes", "never", later, Map.of());
                throw new IllegalStateException("fault");
            })).hasMessage("fault");
            assertThat(count(node, "platform.timer")).isEqualTo(2);
        }
    }

    private static void schedule(TestNode node, String key, Instant due, boolean fails) {
        node.inTransaction(() -> node.get(Timers.class).schedule("test.writes", key, due, Map.of("fails", fails)));
    }

    private static void awaitFailureRecorded(TestNode node, int attempts) {
        eventually(() -> count(node, "platform.timer where key = 'bad' and attempts = " + attempts) > 0);
    }

    private static int count(TestNode node, String from) {
        return node.get(DSLContext.class).fetchSingle("select count(*)::int from " + from).into(Integer.class);
    }
}
