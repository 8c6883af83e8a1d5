package nl.hartslag.platform.audit;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;

/** Who did what that others may have to account for: log-ins, rights, settings, opening personal data. */
public interface Audit {
    /**
     * @param kind dotted and past tense, such as {@code customer.opened}
     * @param subjectType what it was done to, such as {@code customer}; with its id
     * @param detail facts without personal data; for settings the old and the new value
     */
    void record(
            Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail);

    /**
     * Somebody has personal data on screen: recorded once per person, subject and ten minutes. Inside a transaction.
     *
     * @param kind   such as {@code customer.opened}
     * @param detail a {@code customer} in it can be searched for as if he were the subject
     */
    void opened(Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail);

    /** The same, when there is no more to say. */
    default void opened(Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand) {
        opened(actor, kind, subjectType, subjectId, brand, Map.of());
    }

    /** The same, by the system itself or by someone who is not signed in. */
    void recordSystem(String kind, String subjectType, String subjectId, Map<String, ?> detail);
}
