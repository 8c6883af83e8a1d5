package nl.hartslag.channels.internal.intake;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Prepared;
import nl.hartslag.shared.EnvelopeId;

/**
 * The reading of envelopes, all at the same time. It may ask the network, and one sender whose name server is silent must not hold
 * up the others: what takes long goes on by itself, and whoever serves its lane next finds it.
 */
final class Preparations {
    private static final long PATIENCE = Duration.ofMillis(300).toNanos();
    private static final long KEPT = Duration.ofMinutes(1).toNanos();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<EnvelopeId, Begun> begun = new ConcurrentHashMap<>();

    private record Begun(Future<Prepared> outcome, long at) {}

    /** Those that are read, well or not, in their order; and of no lane any that comes after one that is not. */
    Map<Envelope, Future<Prepared>> ready(List<Envelope> waiting, Function<Envelope, Callable<Prepared>> reading) throws InterruptedException {
        long now = System.nanoTime();
        forgetWhatNobodyAsksFor(now);
        waiting.forEach(each -> begun.computeIfAbsent(each.id(), id -> new Begun(threads.submit(reading.apply(each)), now)));
        Map<Envelope, Future<Prepared>> ready = new LinkedHashMap<>();
        Set<Short> late = new HashSet<>();
        for (Envelope each : waiting) {
            if (late.contains(each.lane())) continue;
            Begun one = begun.get(each.id());
            if (one != null && isDone(one.outcome, now + PATIENCE)) {
                begun.remove(each.id());
                ready.put(each, one.outcome);
            } else {
                late.add(each.lane());
            }
        }
        return ready;
    }

    private static boolean isDone(Future<Prepared> outcome, long until) throws InterruptedException {
        try {
            outcome.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }

    /** Another node may have served the lane meanwhile. */
    private void forgetWhatNobodyAsksFor(long now) {
        begun.values().removeIf(one -> one.outcome.isDone() && now - one.at > KEPT);
    }
}
