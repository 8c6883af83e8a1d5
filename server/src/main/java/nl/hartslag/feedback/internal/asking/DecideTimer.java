package nl.hartslag.feedback.internal.asking;

import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.stereotype.Component;

/** Decides about one solved case. */
@Component
class DecideTimer implements TimerHandler {
    static final String KIND = "feedback.decide";
    private final Decisions decisions;

    DecideTimer(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        decisions.decide(SolvedCase.of(timer.payload()));
    }
}
