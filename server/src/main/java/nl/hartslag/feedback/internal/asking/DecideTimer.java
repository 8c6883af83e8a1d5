package nl.hartslag.feedback.internal.asking;

import nl.hartslag.customers.Customers;
import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.stereotype.Component;

/** Decides about one solved case. */
@Component
class DecideTimer implements TimerHandler {
    static final String KIND = "feedback.decide";
    private final Decisions decisions;
    private final Customers customers;

    DecideTimer(Decisions decisions, Customers customers) {
        this.decisions = decisions;
        this.customers = customers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        SolvedCase solved = SolvedCase.of(timer.payload());
        boolean erased = solved.customer() != null && customers.customer(solved.customer()).isEmpty();
        decisions.decide(erased ? solved.ofNobody() : solved);
    }
}
