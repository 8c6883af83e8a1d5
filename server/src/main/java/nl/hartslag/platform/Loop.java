package nl.hartslag.platform;

import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of our own that does one step after another, survives every fault with a pause, and stops when asked. */
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private final Thread thread;
    private volatile boolean running = true;

    private Loop(String name, Step step) {
        thread = Thread.ofVirtual().name(name).unstarted(() -> run(name, step));
    }

    /** One step; it waits by itself when there is nothing to do. */
    public interface Step {
        void run() throws Exception;
    }

    public static Loop start(String name, Step step) {
        Loop loop = new Loop(name, step);
        loop.thread.start();
        return loop;
    }

    /**
     * Stops them after the steps that are going on, which together get so long to come to their end. Being interrupted in the
     * middle of talking to the database would lose what they were about to write.
     */
    public static void finish(Collection<Loop> loops, Duration atMost) {
        loops.forEach(loop -> loop.running = false);
        long end = System.nanoTime() + atMost.toNanos();
        for (Loop loop : loops) {
            try {
                loop.thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        loops.forEach(Loop::stop);
    }

    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, Step step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // an error in one step, such as a stack that overflows on a strange mail, must not end the work for good
                if (!running) return;
                LOG.warn("{} goes on after a fault: {}", name, e.toString());
                LOG.debug("the fault of {}", name, e);
                if (!pause()) return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(AFTER_FAULT);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
