package nl.hartslag.desk.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.RightOfWay;
import nl.hartslag.platform.Wake;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does bulk work behind the screens, and lets what somebody waits for go first. */
@Component
class BulkWorkers implements SmartLifecycle {
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final Duration LET_PASS = Duration.ofMillis(50);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
    /** After so many it is looked again what the person may do. */
    private static final int AT_ONCE = 25;
    private final BulkDoing doing;
    private final RightOfWay way;
    private final Wake wake = new Wake();
    private volatile @Nullable Loop loop;

    BulkWorkers(BulkDoing doing, RightOfWay way) {
        this.doing = doing;
        this.way = way;
    }

    /** There is work. */
    void wake() {
        wake.call();
    }

    private void step() throws InterruptedException {
        Optional<UUID> work = doing.next();
        if (work.isEmpty()) {
            wake.await(LOOK_ANYWAY);
            return;
        }
        Optional<Access> access = doing.whoever(work.get());
        for (int done = 0; done < AT_ONCE; done++) {
            if (way.isTaken()) Thread.sleep(LET_PASS);
            if (doing.one(work.get(), access)) continue;
            // somebody else has the last ones in hand
            if (!doing.finish(work.get())) Thread.sleep(LET_PASS);
            return;
        }
    }

    @Override
    public void start() {
        loop = Loop.start("bulk-work", this::step);
    }

    @Override
    public void stop() {
        Loop running = loop;
        if (running == null) return;
        loop = null;
        Loop.finish(List.of(running), LONGEST_FAREWELL);
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
