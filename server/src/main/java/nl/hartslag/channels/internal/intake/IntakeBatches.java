package nl.hartslag.channels.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.hartslag.platform.Loop;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what arrives at the same moment in one commit, because the disk's answer is the slow part. Whoever calls waits until its
 * own envelope is safe.
 */
@Component
public class IntakeBatches implements SmartLifecycle {
    private static final int MOST = 64;
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final IntakeStore store;
    private final IntakeSignal signal;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(1_000);
    private volatile @Nullable Loop loop;

    IntakeBatches(IntakeStore store, IntakeSignal signal, TransactionTemplate transaction) {
        this.store = store;
        this.signal = signal;
        this.transaction = transaction;
    }

    private record Waiting(IncomingEnvelope envelope, CompletableFuture<IntakeStore.Stored> stored) {}

    /** Could not be stored now; the sender keeps it and tries again. */
    public static final class NotStored extends Exception {
        NotStored(Throwable cause) {
            super(cause);
        }
    }

    /** Returns when the envelope is committed. */
    public IntakeStore.Stored store(IncomingEnvelope envelope) throws NotStored, InterruptedException {
        try {
            IntakeStore.Stored stored = envelope.content().small() ? together(envelope) : alone(envelope);
            signal.raise();
            return stored;
        } catch (TimeoutException | RuntimeException | ExecutionException failed) {
            throw new NotStored(failed);
        }
    }

    private IntakeStore.Stored together(IncomingEnvelope envelope)
            throws InterruptedException, TimeoutException, ExecutionException {
        Waiting waiting = new Waiting(envelope, new CompletableFuture<>());
        if (!queue.offer(waiting, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) throw new TimeoutException("intake is full");
        return waiting.stored.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    private IntakeStore.Stored alone(IncomingEnvelope envelope) {
        return transaction.execute(status -> store.store(envelope));
    }

    private void commitNext() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, MOST - 1);
        try {
            List<IntakeStore.Stored> stored = transaction.execute(status ->
                    batch.stream().map(waiting -> store.store(waiting.envelope)).toList());
            for (int i = 0; i < batch.size(); i++) batch.get(i).stored.complete(stored.get(i));
        } catch (RuntimeException one) {
            if (batch.size() == 1) batch.getFirst().stored.completeExceptionally(one);
            else batch.forEach(this::single);
        }
    }

    private void single(Waiting waiting) {
        try {
            waiting.stored.complete(alone(waiting.envelope));
        } catch (RuntimeException failed) {
            waiting.stored.completeExceptionally(new CompletionException(failed));
        }
    }

    @Override
    public void start() {
        loop = Loop.start("intake-commit", this::commitNext);
    }

    @Override
    public void stop() {
        Loop running = loop;
        if (running != null) running.stop();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    /** Ready before anything is received. */
    @Override
    public int getPhase() {
        return 100;
    }
}
