package nl.hartslag.feedback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer sees and does behind the links of an invitation. A token that is not ours is {@link View.Unknown}. */
public interface Survey {
    /** What stands behind the link. Changes nothing. */
    View open(String token);

    /**
     * Somebody, or something that scans links, followed a link. A tap on a score is kept as provisional and is never an
     * answer by itself.
     */
    void clicked(String token, @Nullable String userAgent);

    /**
     * Keeps the answer, or changes it within 24 hours. A null score, why or emotion leaves what was answered; an empty why
     * takes the words back.
     *
     * @return what to show next; {@link View.Asking} when a score is still missing
     */
    View answer(String token, Answer answer);

    /** The customer does not want to be asked any more, or does again. Works with every link of an invitation. */
    View optOut(String token, boolean declined);

    /** @param noEmotion the customer chose to name none */
    record Answer(@Nullable Integer score, @Nullable String why, @Nullable Emotion emotion, boolean noEmotion) {
        public Answer {
            if (score != null && (score < 0 || score > 10)) throw new IllegalArgumentException("a score is 0 to 10");
        }
    }

    /** @param subject what the case was about; empty where the brand works anonymously */
    record Look(String brand, String accent, String language, java.time.ZoneId zone, Instant contactAt, Optional<String> subject) {}

    sealed interface View {
        /** @param tapped the score that was tapped in the mail */
        record Asking(Look look, Optional<Integer> tapped) implements View {}

        record Answered(
                Look look,
                int score,
                @Nullable String why,
                @Nullable Emotion emotion,
                Instant changeableUntil,
                Optional<Integer> tapped)
                implements View {}

        /** Answered, and too long ago to change. */
        record Closed(Look look, int score) implements View {}

        record Expired(Look look) implements View {}

        record OptOut(Look look, boolean declined) implements View {}

        record Unknown() implements View {}
    }
}
