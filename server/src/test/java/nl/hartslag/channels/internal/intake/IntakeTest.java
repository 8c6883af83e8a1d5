package nl.hartslag.channels.internal.intake;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Prepared;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Settled;
import nl.hartslag.shared.EnvelopeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final IntakeWorld world = new IntakeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** Writes a row per envelope into a table of its own, in the transaction it is given, as a real adapter does. */
    private final class Recorder implements EnvelopeProcessor {
        final Set<String> poison = ConcurrentHashMap.newKeySet();
        final CompletableFuture<Void> silent = new CompletableFuture<>();
        final AtomicInteger readings = new AtomicInteger();
        final CountDownLatch placing = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);
        volatile Map<String, EnvelopeId> alsoSettles = Map.of();
        final Random fate;
        volatile int crashPercent;

        Recorder(long seed) {
            fate = new Random(seed);
            world.db.execute("create table if not exists placed (seq bigint generated always as identity, id text, unique (id))");
        }

        @Override
        public String adapter() {
            return "test";
        }

        @Override
        public String fileEnding() {
            return ".txt";
        }

        @Override
        public Prepared prepare(Envelope envelope) {
            if (envelope.fact("id").startsWith("slow")) {
                readings.incrementAndGet();
                silent.join();
            }
            return () -> {
                EnvelopeId another = alsoSettles.get(envelope.fact("id"));
                if (another != null && world.count("id = '%s' and state = 'waiting'".formatted(another)) == 1) {
                    world.store.settle(another, Settled.placed("new", Map.of()));
                }
                world.db.execute("insert into placed (id) values (?)", envelope.fact("id"));
                if (envelope.fact("id").startsWith("long")) {
                    placing.countDown();
                    await(mayGoOn);
                }
                if (poison.contains(envelope.fact("id"))) throw new IllegalStateException("poison");
                synchronized (fate) {
                    if (fate.nextInt(100) < crashPercent) throw new Killed();
                }
                return envelope.fact("id").startsWith("no") ? Settled.refused("unwanted", null, Map.of()) : Settled.placed("new", Map.of());
            };
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException("interrupted in the middle of its work", stopped);
            }
        }

        List<String> ids() {
            return world.db.fetch("select id from placed order by seq").map(r -> r.get(0, String.class));
        }
    }

    /** Stands for the process ending: nothing after it runs. */
    private static final class Killed extends Error {}

    @Test
    void processesInOrderWhatSharesAnOrder() {
        Recorder recorder = new Recorder(1);
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            world.receive("m" + i, "jan@klant.example");
            sent.add("m" + i);
        }
        world.drain(world.workers(recorder));
        assertThat(recorder.ids()).isEqualTo(sent);
    }

    @Test
    void countsTheVerySameAsARepetition() {
        assertThat(world.receive("a", "x").repeated()).isFalse();
        assertThat(world.receive("a", "x").repeated()).isTrue();
        assertThat(world.count("true")).isEqualTo(1);
        assertThat(world.count("repeats = 1")).isEqualTo(1);
    }

    @Test
    void setsPoisonAsideWithoutHoldingUpItsNeighboursAndReplaysIt() {
        Recorder recorder = new Recorder(1);
        recorder.poison.add("p");
        world.receive("a", "x");
        IntakeStore.Stored poison = world.receive("p", "x");
        world.receive("b", "x");
        IntakeWorkers workers = world.workers(recorder);
        world.drain(workers);
        assertThat(recorder.ids()).containsExactly("a", "b");
        world.drainForGood(workers);
        assertThat(world.count("state = 'waiting' and set_aside and attempts = 3 and detail = 'IllegalStateException'")).isEqualTo(1);
        recorder.poison.clear();
        world.transaction.executeWithoutResult(status -> new Replay(world.db, world.clock).replay(poison.id()));
        world.drain(workers);
        assertThat(recorder.ids()).containsExactly("a", "b", "p");
        assertThat(world.count("state = 'waiting'")).isZero();
    }

    @Test
    void letsOneWorkerAtATimeServeALane() {
        world.receive("a", "x");
        assertThat(takeLanes(UUID.randomUUID())).hasSize(1);
        assertThat(takeLanes(UUID.randomUUID())).isEmpty();
        world.clock.advance(Duration.ofSeconds(31));
        UUID heir = UUID.randomUUID();
        List<Short> lanes = takeLanes(heir);
        assertThat(keepLanes(lanes, heir)).isTrue();
        assertThat(keepLanes(lanes, UUID.randomUUID())).isFalse();
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        Recorder recorder = new Recorder(1);
        world.receive("one", "x");
        world.drain(world.workers(recorder));
        world.receive("two", "x");
        takeLanes(UUID.randomUUID());
        world.clock.advance(Duration.ofHours(-1));
        world.receive("three", "x");
        world.drain(world.workers(recorder));
        assertThat(recorder.ids()).containsExactly("one", "two", "three");
    }

    /** Else what comes for that lane would wait until nobody believes any more that it is held. */
    @Test
    void whoIsStoppedFinishesWhatItHasInHandAndHoldsNoLane() throws Exception {
        Recorder recorder = new Recorder(1);
        world.receive("long", "x");
        IntakeWorkers workers = world.workers(recorder);
        workers.start();
        assertThat(recorder.placing.await(20, TimeUnit.SECONDS)).isTrue();
        Thread stopping = Thread.ofPlatform().start(workers::stop);
        eventually(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        recorder.mayGoOn.countDown();
        stopping.join();
        assertThat(world.count("state = 'placed'")).isOne();
        world.receive("next", "x");
        assertThat(takeLanes(UUID.randomUUID())).hasSize(1);
    }

    @Test
    void takesManyLanesAtOnceAndLeavesSomeToAnotherWorker() {
        for (int i = 0; i < 200; i++) world.receive("m" + i, "writer" + i);
        UUID one = UUID.randomUUID();
        List<Short> first = takeLanes(one);
        List<Short> second = takeLanes(UUID.randomUUID());
        assertThat(first).hasSize(IntakeStore.LANES / 2).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(IntakeStore.LANES / 2);
        assertThat(world.transaction.<Boolean>execute(status -> world.store.leaveLanes(first, one))).isTrue();
        assertThat(takeLanes(UUID.randomUUID())).containsExactlyInAnyOrderElementsOf(first);
    }

    private List<Short> takeLanes(UUID worker) {
        return world.transaction.execute(status -> world.store.takeLanes(worker, Duration.ofSeconds(30)));
    }

    private boolean keepLanes(List<Short> lanes, UUID worker) {
        return world.transaction.execute(status -> world.store.keepLanes(lanes, worker, Duration.ofSeconds(30)));
    }

    @Test
    void whatTakesLongToReadHoldsUpOnlyItsOwnLane() {
        Recorder recorder = new Recorder(1);
        world.receive("slow", "x");
        world.receive("behind", "x");
        String elsewhere = Stream.iterate(1, i -> i + 1).map(i -> "y" + i).filter(o -> IntakeStore.lane(o) != IntakeStore.lane("x")).findFirst().orElseThrow();
        world.receive("other", elsewhere);
        IntakeWorkers workers = world.workers(recorder);
        workers.step(UUID.randomUUID());
        assertThat(recorder.ids()).containsExactly("other");
        recorder.silent.complete(null);
        world.drain(workers);
        assertThat(recorder.ids()).containsExactly("other", "slow", "behind");
        assertThat(recorder.readings.get()).isEqualTo(1);
    }

    @Test
    void aLongLaneHoldsUpNoOther() {
        Recorder recorder = new Recorder(1);
        for (int i = 0; i < 100; i++) world.receive("m" + i, "x");
        String elsewhere = Stream.iterate(1, i -> i + 1).map(i -> "y" + i).filter(o -> IntakeStore.lane(o) != IntakeStore.lane("x")).findFirst().orElseThrow();
        world.receive("other", elsewhere);
        world.workers(recorder).step(UUID.randomUUID());
        assertThat(recorder.ids()).contains("m0", "other").doesNotContain("m99");
    }

    @Test
    void whatWasPlacedTogetherWithAnEarlierOneIsNotPlacedAgain() {
        Recorder recorder = new Recorder(1);
        IntakeStore.Stored one = world.receive("one", "x");
        world.receive("two", "x");
        world.receive("three", "x");
        recorder.alsoSettles = Map.of("two", one.id());
        world.drain(world.workers(recorder));
        assertThat(recorder.ids()).containsExactly("one", "two", "three");
        assertThat(world.count("state = 'placed' and attempts = 1")).isEqualTo(3);
    }

    /** Random arrivals, repetitions, poison and deaths in the middle of the work, by four workers at once. */
    @Test
    void alwaysBalancesAndPlacesEverythingOnce() throws Exception {
        for (long seed = 1; seed <= 3; seed++) round(seed);
    }

    private void round(long seed) throws Exception {
        IntakeWorld fresh = world;
        Random random = new Random(seed);
        Recorder recorder = new Recorder(seed);
        recorder.crashPercent = 15;
        AtomicInteger received = new AtomicInteger();
        int before = fresh.count("true");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) work.add(threads.submit(() -> mortal(recorder, 40)));
            for (int i = 0; i < 80; i++) {
                String id = (random.nextInt(5) == 0 ? "no" : "m") + seed + "-" + random.nextInt(60);
                if (id.endsWith("7")) recorder.poison.add(id);
                if (!fresh.receive(id, "sender" + random.nextInt(7)).repeated()) received.incrementAndGet();
                balanced();
            }
            for (Future<?> one : work) one.get();
        }
        recorder.crashPercent = 0;
        fresh.clock.advance(Duration.ofMinutes(1));
        fresh.drainForGood(fresh.workers(recorder));
        balanced();
        assertThat(fresh.count("true") - before).isEqualTo(received.get());
        assertThat(recorder.ids()).doesNotHaveDuplicates().hasSize(fresh.count("state <> 'waiting'"));
        assertThat(fresh.count("state = 'waiting' and not set_aside")).isZero();
        assertThat(Collections.disjoint(recorder.ids(), recorder.poison)).isTrue();
    }

    private void mortal(Recorder recorder, int steps) {
        for (int i = 0; i < steps; i++) {
            try {
                world.workers(recorder).step(UUID.randomUUID());
            } catch (Killed dead) {
                world.clock.advance(Duration.ofSeconds(31));
            }
        }
    }

    private void balanced() {
        assertThat(world.db.fetchSingle("""
                select count(*) = count(*) filter (where state = 'placed') + count(*) filter (where state = 'refused')
                    + count(*) filter (where state = 'waiting') from channels.envelope""").into(Boolean.class)).isTrue();
    }

    @Test
    void storesWhatArrivesTogetherInOneGoAndAnswersEachOnItsOwn() throws Exception {
        world.batches.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<IntakeStore.Stored>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String id = "m" + i;
                all.add(threads.submit(() -> world.batches.store(new IncomingEnvelope("test", "test", id, "message", List.of(world.brand), id,
                        Map.of(), Spool.of(id.getBytes())))));
            }
            for (Future<IntakeStore.Stored> one : all) assertThat(one.get().repeated()).isFalse();
        } finally {
            world.batches.stop();
        }
        assertThat(world.count("state = 'waiting'")).isEqualTo(200);
    }

    @Test
    void oneThatCannotBeStoredDoesNotHurtItsNeighbours() throws Exception {
        world.batches.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<IntakeStore.Stored> bad = threads.submit(() -> world.batches.store(new IncomingEnvelope("test", "te\0st", "b", "message",
                    List.of(world.brand), "b", Map.of(), Spool.of(new byte[] {1}))));
            Future<IntakeStore.Stored> good = threads.submit(() -> world.batches.store(new IncomingEnvelope("test", "test", "g", "message",
                    List.of(world.brand), "g", Map.of(), Spool.of(new byte[] {2}))));
            assertThat(good.get().repeated()).isFalse();
            assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IntakeBatches.NotStored.class);
        } finally {
            world.batches.stop();
        }
    }

    @Test
    void spoolsLargeContentToDiskAndRefusesWhatIsTooLarge() throws Exception {
        try (Spool large = Spool.read(zeros(5_000_000), 6_000_000)) {
            assertThat(large.small()).isFalse();
            assertThat(large.size()).isEqualTo(5_000_000);
            try (InputStream in = large.open()) {
                assertThat(in.readAllBytes()).hasSize(5_000_000);
            }
        }
        assertThatThrownBy(() -> Spool.read(zeros(7_000_000), 6_000_000)).isInstanceOf(Spool.TooLarge.class);
        try (Spool small = Spool.read(new ByteArrayInputStream("hallo".getBytes()), 10)) {
            assertThat(small.small()).isTrue();
            assertThat(small.hash()).isEqualTo(Spool.of("hallo".getBytes()).hash());
        }
    }

    private static InputStream zeros(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() throws IOException {
                return left-- > 0 ? 0 : -1;
            }
        };
    }
}
