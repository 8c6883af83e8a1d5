package nl.hartslag.platform.timers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which timer a worker has in hand, so that a fault can be recorded after its transaction was rolled back. */
class TimerRun {
    private @Nullable UUID id;
    private String kind = "";
    private int attempts;

    void taken(UUID timer, String timerKind, int attemptsSoFar) {
        id = timer;
        kind = timerKind;
        attempts = attemptsSoFar;
    }

    boolean hasTimer() {
        return id != null;
    }

    UUID id() {
        if (id == null) throw new IllegalStateException("no timer was taken");
        return id;
    }

    String kind() {
        return kind;
    }

    int attempts() {
        return attempts;
    }
}
