package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.UserId;

/**
 * When somebody who fits can be asked. Someone who refused it is left in peace for a while, and is not the next to be
 * asked again as long as anyone else who fits is there, even with full hands.
 */
public final class Asking {
    /** How long someone who refused a contact is not asked for it again. */
    public static final Duration PEACE = Duration.ofMinutes(1);

    private Asking() {}

    /** Someone said no, or nothing at all. */
    public record Refusal(UserId user, Instant at) {}

    /** How someone who takes work and fits stands with it. @param othersFirst whoever refused last waits for the others */
    static Standing standing(Candidate candidate, Medium medium, List<Refusal> refusals, boolean othersFirst, Instant now) {
        UserId user = userOf(candidate);
        if (refusals.stream().anyMatch(refusal -> refusal.user().equals(user) && refusal.at().plus(PEACE).isAfter(now))) return Standing.PEACE;
        if (othersFirst && refusals.getFirst().user().equals(user)) return Standing.REFUSED;
        if (candidate.mayBeAskedFor(medium)) return Standing.FREE;
        return candidate.asked() ? Standing.ASKED : Standing.FULL;
    }

    private static UserId userOf(Candidate candidate) {
        return candidate.agent().user();
    }
}
