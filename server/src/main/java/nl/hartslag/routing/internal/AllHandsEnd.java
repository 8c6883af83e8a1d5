package nl.hartslag.routing.internal;

import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.AllHandsId;
import org.springframework.stereotype.Component;

/** A call for all hands ends at its moment; one that was ended before is left as it is. */
@Component
class AllHandsEnd implements TimerHandler {
    static final String TIMER = "routing.all-hands";
    private final HandsOnDeck deck;

    AllHandsEnd(HandsOnDeck deck) {
        this.deck = deck;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        deck.due(AllHandsId.of(timer.key()), timer.dueAt());
    }
}
