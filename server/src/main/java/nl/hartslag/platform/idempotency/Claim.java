package nl.hartslag.platform.idempotency;

import java.util.UUID;

/** What became of asking for a key. */
sealed interface Claim {
    /** Nobody has done it: the caller may, as long as the claim is his. */
    record Mine(String caller, String key, UUID id) implements Claim {}

    /** It was done and answered. */
    record Answered(Kept answer) implements Claim {}

    /** Somebody is doing it. */
    record Running() implements Claim {}

    /** It was done, but the node stopped before its answer was kept. */
    record AnswerLost() implements Claim {}

    /** The key was used for something else. */
    record Other() implements Claim {}
}
