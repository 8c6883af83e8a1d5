package nl.hartslag.routing.internal;

import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Other work ends at its moment. Each time it is given has a timer of its own that is never taken back: nobody waits for a timer
 * with a person held, and one that is out of date finds nothing to end.
 */
@Component
class OtherWorkEnds implements TimerHandler {
    static final String TIMER = "routing.other-work";
    private final OtherWorks otherWorks;

    OtherWorkEnds(OtherWorks otherWorks) {
        this.otherWorks = otherWorks;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        otherWorks.forget(UserId.of((String) timer.payload().get("user")), timer.dueAt());
    }
}
