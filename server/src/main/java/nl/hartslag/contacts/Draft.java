package nl.hartslag.contacts;

import org.jspecify.annotations.Nullable;

/**
 * @param kind       {@code reply} or {@code note}
 * @param seenSeq    the last message the writer had seen
 * @param addressees whom he chose for this answer; absent for those who get every answer
 */
public record Draft(String kind, String text, int seenSeq, @Nullable Addressees addressees) {
    public Draft(String kind, String text, int seenSeq) {
        this(kind, text, seenSeq, null);
    }
}
