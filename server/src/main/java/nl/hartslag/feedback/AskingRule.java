package nl.hartslag.feedback;

import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;

/**
 * How often and when customers of a brand are asked; a rule with a queue goes before the brand's own.
 *
 * @param oneIn          1 asks everybody, 10 one in ten (1 to 1000)
 * @param delayMinutes   between the case's solution and the invitation (0 to 43,200)
 * @param quarantineDays nobody is asked again within this time (0 to 730)
 * @param atMostPerDay   invitations drawn per day in the zone of the brand; empty is no limit
 */
public record AskingRule(
        BrandId brand,
        Optional<QueueId> queue,
        int oneIn,
        int delayMinutes,
        int quarantineDays,
        Optional<Integer> atMostPerDay) {
    /** Where a brand has set nothing: one in ten, a day later, at most once in 90 days. */
    public static AskingRule standard(BrandId brand) {
        return new AskingRule(brand, Optional.empty(), 10, 24 * 60, 90, Optional.empty());
    }
}
