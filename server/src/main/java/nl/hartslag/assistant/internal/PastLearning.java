package nl.hartslag.assistant.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.PastWorkStored;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns from work that was brought in from elsewhere, a batch at a time. */
@Component
class PastLearning implements TimerHandler {
    private static final String TIMER = "assistant.learn-past";
    /** So many contacts of a brand tell its words; of more, only those that are registered here are learned. */
    private static final int ENOUGH = 20_000;
    private final Told told;
    private final WordCounts counts;
    private final Timers timers;
    private final Clock clock;

    PastLearning(Told told, WordCounts counts, Timers timers, Clock clock) {
        this.told = told;
        this.counts = counts;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener
    void stored(PastWorkStored event) {
        if (event.conversations().isEmpty()) return;
        List<String> conversations = event.conversations().stream().map(Object::toString).toList();
        timers.schedule(TIMER, conversations.getFirst(), clock.instant(), Map.of("conversations", conversations));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        List<?> conversations = (List<?>) timer.payload().getOrDefault("conversations", List.of());
        List<UUID> ids = conversations.stream().map(id -> UUID.fromString(id.toString())).toList();
        // in one order, as two of these at once would else wait for each other
        told.brands(ids).stream().sorted()
                .filter(brand -> counts.contacts(brand) < ENOUGH)
                .forEach(brand -> counts.learn(brand, told.ofConversations(brand, ids)));
    }
}
