package nl.hartslag.routing.internal;

import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.OfferId;
import org.springframework.stereotype.Component;

/** An offer that nobody answered ends when its time is up. */
@Component
class OfferExpiry implements TimerHandler {
    private final Offers offers;

    OfferExpiry(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String kind() {
        return Offers.TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        offers.expire(OfferId.of(timer.key()));
    }
}
