package nl.hartslag.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people in one moment. */
public final class AtOnce {
    private AtOnce() {}

    /** Runs both at the same moment; what was refused comes back. */
    public static List<Throwable> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Throwable> refused = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = new ArrayList<>();
            for (Callable<?> act : List.of(one, other)) {
                both.add(pool.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            for (Future<?> each : both) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
        }
        return refused;
    }
}
