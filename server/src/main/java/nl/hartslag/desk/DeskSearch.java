package nl.hartslag.desk;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.shared.BrandId;

/**
 * Which conversations to find, of all time.
 *
 * @param text   what was said, noted or sent along, the subject, the customer's name or the case number: all of these words, in Dutch or English,
 *               however they end; {@code "words in this order"}, {@code -without}; or an address, or {@code #case}. Empty: everything
 * @param medium {@code mail}, {@code chat} …
 * @param from   last written in at this moment or later
 * @param until  last written in before this moment
 */
public record DeskSearch(String text, Optional<BrandId> brand, Optional<String> medium, Optional<State> state, Optional<Instant> from, Optional<Instant> until) {
    public enum State { OPEN, CLOSED }

    public static DeskSearch words(String text) {
        return new DeskSearch(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
