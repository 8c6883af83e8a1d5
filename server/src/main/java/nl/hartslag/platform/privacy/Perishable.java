package nl.hartslag.platform.privacy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import nl.hartslag.shared.BrandId;

/** Something that is kept for so long after the case is closed, and then goes while figures stay. What is open is never among it. */
public interface Perishable {
    /** Such as {@code content}. */
    String kind();

    /** How many are due, by the month in which their case was closed. */
    SortedMap<YearMonth, Integer> due(Kept kept);

    /** The first of them, oldest first. */
    List<First> first(Kept kept, int limit);

    /** Takes some of them, in the caller's transaction, passing over what somebody else has in hand. @return how many */
    int take(Kept kept, int limit);

    /**
     * @param channel      of that one only; otherwise of all
     * @param otherwise    channels that have a rule of their own
     * @param closedBefore what ended before this is due
     */
    record Kept(BrandId brand, Optional<String> channel, Set<String> otherwise, Instant closedBefore) {
        public Kept {
            otherwise = Set.copyOf(otherwise);
        }
    }

    /** @param id of the conversation, or of the customer when it is about one; @param number of the case */
    record First(String id, String number, Instant at) {}
}
