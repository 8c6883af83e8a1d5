package nl.hartslag.platform.privacy;

import java.util.List;
import java.util.Map;

/**
 * What one module keeps of people in its own tables, and how it lets go of it. Each module answers for itself; they are asked one after
 * another, again and again until none of them has anything left.
 */
public interface PersonalData {
    /** Adds what in this module leads to more of the same person, such as the ids of his conversations. */
    default Traces trace(Traces known) {
        return known;
    }

    /** How much there is to erase, per kind. */
    Map<String, Integer> find(Traces person);

    /** What stands in the way of erasing now. */
    default List<Held> held(Traces person) {
        return List.of();
    }

    /**
     * Erases some of it, in the caller's transaction; a second time is harmless. What figures are made of stays, without anything that
     * leads to the person.
     *
     * @return how much, per kind; empty when there was nothing left
     */
    Map<String, Integer> erase(Traces person);

    /**
     * @param kind   why, such as {@code open-case}
     * @param number as people know it
     * @param id     of what it is about
     */
    record Held(String kind, String number, String id) {}
}
