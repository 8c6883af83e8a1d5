package nl.hartslag.channels.internal.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Prepared;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Settled;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.RightOfWay;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.EnvelopeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes what was stored, in each lane in its order, many envelopes in one transaction. If one of them fails, each gets a transaction of
 * its own, so that it hurts only itself; after three tries it is set aside for a person.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorkers.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final List<Duration> BACK_OFF = List.of(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final int BATCH = 32;

    private final IntakeStore store;
    private final IntakeSignal signal;
    private final TransactionTemplate transaction;
    private final Timers timers;
    private final RightOfWay way;
    private final Clock clock;
    private final int count;
    private final Map<String, EnvelopeProcessor> processors;
    private final List<Loop> loops = new ArrayList<>();
    private final Preparations preparations = new Preparations();

    IntakeWorkers(IntakeStore store, IntakeSignal signal, TransactionTemplate transaction, Timers timers, RightOfWay way,
                  Clock clock, List<EnvelopeProcessor> processors, IntakeSettings settings) {
        this.store = store;
        this.signal = signal;
        this.transaction = transaction;
        this.timers = timers;
        this.way = way;
        this.clock = clock;
        this.count = settings.workers();
        this.processors = processors.stream().collect(Collectors.toMap(EnvelopeProcessor::adapter, Function.identity()));
    }

    /** A lane was lost while preparing: another worker has it, nothing may be written. */
    private static final class LaneLost extends RuntimeException {
        LaneLost() {
            super("lane lost", null, false, false);
        }
    }

    /** Somebody placed one of them before us, such as the next message of the same visitor; what we wrote is undone. */
    private static final class SettledMeanwhile extends RuntimeException {
        SettledMeanwhile() {
            super("settled meanwhile", null, false, false);
        }
    }

    /** Serves some lanes once. @return whether there was anything to do */
    public boolean step(UUID worker) {
        List<Short> lanes = transaction.execute(status -> store.takeLanes(worker, LEASE));
        if (lanes == null || lanes.isEmpty()) return false;
        boolean left = false;
        try {
            left = work(lanes, worker);
        } catch (LaneLost another) {
            LOG.info("lanes {} went to another worker", lanes);
        } finally {
            if (!left) transaction.executeWithoutResult(status -> store.leaveLanes(lanes, worker));
        }
        return true;
    }

    /** @return whether the lanes were left with what was written */
    private boolean work(List<Short> lanes, UUID worker) {
        List<Envelope> waiting = store.waiting(lanes, BATCH);
        if (waiting.size() > 1) way.take();
        Map<Envelope, Prepared> prepared = new LinkedHashMap<>();
        ready(waiting).forEach((envelope, future) -> result(envelope, future).ifPresent(ready -> prepared.put(envelope, ready)));
        if (prepared.isEmpty()) return false;
        try {
            transaction.executeWithoutResult(status -> {
                if (!store.leaveLanes(lanes, worker)) throw new LaneLost();
                place(prepared);
            });
            return true;
        } catch (LaneLost | CannotCreateTransactionException | DataAccessResourceFailureException noFaultOfTheirs) {
            throw noFaultOfTheirs;
        } catch (RuntimeException oneOfThem) {
            prepared.forEach((envelope, ready) -> alone(lanes, worker, envelope, ready));
            return false;
        }
    }

    private Map<Envelope, Future<Prepared>> ready(List<Envelope> waiting) {
        try {
            return preparations.ready(waiting, envelope -> () -> prepare(envelope));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LaneLost();
        }
    }

    private Prepared prepare(Envelope envelope) throws Exception {
        EnvelopeProcessor processor = processors.get(envelope.adapter());
        if (processor == null) throw new IllegalStateException("no processor for " + envelope.adapter());
        return processor.prepare(envelope);
    }

    private Optional<Prepared> result(Envelope envelope, Future<Prepared> future) {
        try {
            return Optional.of(future.resultNow());
        } catch (IllegalStateException failed) {
            failed(envelope, future.exceptionNow());
            return Optional.empty();
        }
    }

    private void alone(List<Short> lanes, UUID worker, Envelope envelope, Prepared ready) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!store.keepLanes(lanes, worker, LEASE)) throw new LaneLost();
                place(Map.of(envelope, ready));
            });
        } catch (LaneLost | CannotCreateTransactionException | DataAccessResourceFailureException noFaultOfIts) {
            throw noFaultOfIts;
        } catch (SettledMeanwhile nothingIsLeftToDo) {
            LOG.debug("envelope {} was placed meanwhile", envelope.id());
        } catch (RuntimeException failed) {
            failed(envelope, failed);
        }
    }

    private void place(Map<Envelope, Prepared> prepared) {
        Map<EnvelopeId, Settled> settled = new LinkedHashMap<>();
        timers.together(() -> byAdapter(prepared.keySet()).forEach((adapter, envelopes) -> {
            List<Settled> became = processors.get(adapter).place(envelopes.stream().map(prepared::get).toList());
            for (int i = 0; i < became.size(); i++) settled.put(envelopes.get(i).id(), became.get(i));
        }));
        if (!store.settle(settled)) throw new SettledMeanwhile();
    }

    private static Map<String, List<Envelope>> byAdapter(Collection<Envelope> envelopes) {
        return envelopes.stream().collect(Collectors.groupingBy(Envelope::adapter, LinkedHashMap::new, Collectors.toList()));
    }

    private void failed(Envelope envelope, Throwable why) {
        if (why instanceof DataAccessResourceFailureException || why instanceof CannotCreateTransactionException) return;
        Optional<Instant> retry = envelope.attempts() < BACK_OFF.size()
                ? Optional.of(clock.instant().plus(BACK_OFF.get(envelope.attempts()))) : Optional.empty();
        // Messages of exceptions can quote the mail; the class and a code of our own do not.
        String detail = why instanceof Problem problem ? problem.code() : why.getClass().getSimpleName();
        LOG.warn("envelope {} failed ({}), {}", envelope.id(), detail, retry.isPresent() ? "tried again" : "set aside");
        LOG.debug("why envelope {} failed", envelope.id(), why);
        transaction.executeWithoutResult(status -> store.failed(envelope.id(), detail, retry));
    }

    @Override
    public synchronized void start() {
        for (int i = 0; i < count; i++) {
            UUID worker = UUID.randomUUID();
            loops.add(Loop.start("intake-" + i, () -> {
                if (!step(worker)) signal.await(LOOK);
            }));
        }
    }

    @Override
    public synchronized void stop() {
        Loop.finish(loops, LONGEST_FAREWELL);
        loops.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !loops.isEmpty();
    }

    @Override
    public int getPhase() {
        return 100;
    }
}
