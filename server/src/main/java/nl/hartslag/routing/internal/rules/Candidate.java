package nl.hartslag.routing.internal.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Search;

/**
 * An agent who is there now.
 *
 * @param hands     including what he is being asked
 * @param idleSince when he last got, ended or refused something, or came in
 * @param askedFor  what the offer that is open to him is about; he gets one at a time
 * @param available he takes work now; false on a break or busy
 */
public record Candidate(Agent agent, Hands hands, Instant idleSince, Optional<Medium> askedFor, boolean available) {
    /** Someone who takes work. */
    public Candidate(Agent agent, Hands hands, Instant idleSince, Optional<Medium> askedFor) {
        this(agent, hands, idleSince, askedFor, true);
    }

    public boolean asked() {
        return askedFor.isPresent();
    }

    /** Someone who sits waiting does not wait for the answer about something that can: that offer makes place. */
    public boolean mayBeAskedFor(Medium medium) {
        return hands.roomFor(medium) && (askedFor.isEmpty() || (medium.live() && !askedFor.get().live()));
    }

    /** Whoever is not being asked first, then emptiest hands; among equals whoever has been without news for longest. */
    public static final Comparator<Candidate> LONGEST_IDLE_FIRST = Comparator
            .comparing(Candidate::asked)
            .thenComparingDouble(candidate -> candidate.hands().fullness())
            .thenComparing(Candidate::idleSince)
            .thenComparing(candidate -> candidate.agent().user().value());

    /**
     * People of the queue before those who help out, and whom the queue rather has before others; then as always.
     *
     * @param missed whether another queue, which keeps him free, would miss him
     */
    static Comparator<Candidate> bestFirst(Queue queue, Predicate<Candidate> missed) {
        if (queue.search().equals(Search.PLAIN)) return Comparator.comparing(missed::test).thenComparing(LONGEST_IDLE_FIRST);
        return Comparator.comparing(Candidate::asked)
                .thenComparingInt(candidate -> candidate.agent().ring(queue).orElse(0))
                .thenComparing(missed::test)
                .thenComparingInt(candidate -> -candidate.agent().preferredBy(queue))
                .thenComparing(LONGEST_IDLE_FIRST);
    }
}
