package nl.hartslag.routing.internal.rules;

import java.time.Instant;
import java.util.Comparator;

/**
 * An agent who is there now.
 *
 * @param hands     including what he is being asked
 * @param idleSince when he last got, ended or refused something, or came in
 * @param asked     an offer is open to him; he gets one at a time
 */
public record Candidate(Agent agent, Hands hands, Instant idleSince, boolean asked) {
    /** Emptiest hands first; among equals whoever has been without news for longest. */
    public static final Comparator<Candidate> LONGEST_IDLE_FIRST = Comparator
            .comparingDouble((Candidate candidate) -> candidate.hands().fullness())
            .thenComparing(Candidate::idleSince)
            .thenComparing(candidate -> candidate.agent().user().value());
}
