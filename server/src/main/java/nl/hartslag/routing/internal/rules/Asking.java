package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.UserId;

/**
 * Whom to ask for a contact, in order. Someone who refused it is left in peace for a while, and is not the next to be
 * asked again as long as anyone else who fits is there, even with full hands.
 */
public final class Asking {
    /** How long someone who refused a contact is not asked for it again. */
    public static final Duration PEACE = Duration.ofMinutes(1);

    private Asking() {}

    /** Someone said no, or nothing at all. */
    public record Refusal(UserId user, Instant at) {}

    /**
     * @param present  who is there and fits, with hands full or not
     * @param refusals of this contact, the newest first
     * @param lastAskedRefused whether the newest refusal is also the last time anyone was asked
     */
    public static List<Candidate> order(
            Medium medium, List<Candidate> present, List<Refusal> refusals, boolean lastAskedRefused, Instant now) {
        return present.stream()
                .filter(candidate -> candidate.mayBeAskedFor(medium))
                .filter(candidate -> refusals.stream().noneMatch(refusal -> refusal.user().equals(userOf(candidate))
                        && refusal.at().plus(PEACE).isAfter(now)))
                .filter(candidate -> !lastAskedRefused
                        || present.size() == 1
                        || !refusals.getFirst().user().equals(userOf(candidate)))
                .sorted(Candidate.LONGEST_IDLE_FIRST)
                .toList();
    }

    private static UserId userOf(Candidate candidate) {
        return candidate.agent().user();
    }
}
