package nl.hartslag.routing.internal;

import java.time.Clock;
import java.util.Map;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Someone whose last screen has been gone for a while is off-line: his offer goes to others, and soon his chats. */
@Component
class PersonGone implements TimerHandler {
    static final String TIMER = "routing.person-gone";
    private final Connections connections;
    private final Presences presences;
    private final Offers offers;
    private final Timers timers;
    private final Clock clock;
    private final RoutingSettings settings;
    private final Signals signals;

    PersonGone(
            Connections connections, Presences presences, Offers offers, Timers timers, Clock clock,
            RoutingSettings settings, Signals signals) {
        this.connections = connections;
        this.presences = presences;
        this.offers = offers;
        this.timers = timers;
        this.clock = clock;
        this.settings = settings;
        this.signals = signals;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        UserId user = UserId.of(timer.key());
        presences.lock(user);
        if (connections.isConnected(user)) return;
        offers.withdrawFrom(user);
        presences.set(user, PresenceState.OFFLINE, clock.instant());
        timers.schedule(ChatsReturn.TIMER, user.toString(), clock.instant().plus(settings.returnsAfter()), Map.of());
        signals.hands(user);
    }
}
