package nl.hartslag.assistant;

import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;

/** The door of the assistant. */
public interface Suggestions {
    /**
     * For which reasons the customer probably comes, the likeliest first, at most three; none where too little is known.
     *
     * @throws nl.hartslag.platform.problem.Problem {@code contacts/not-found}, also when it may not be seen
     */
    List<LikelyReason> reasons(Access access, ContactId contact);

    /**
     * @param confidence how likely it is by what was registered before, from 0 to 1
     * @param alike      how many earlier contacts under this reason had the word in them that tells most
     */
    record LikelyReason(ReasonId reason, double confidence, int alike) {}
}
