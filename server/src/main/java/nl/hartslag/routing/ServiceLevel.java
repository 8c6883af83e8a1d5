package nl.hartslag.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import nl.hartslag.contacts.GivenPromises.Kept;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;

/**
 * The service level of this moment: of the answers whose outcome fell in the last hour, the share in time. An answer has one outcome at one
 * moment: in time when it is given, or missed when its moment goes by without it. So what goes wrong counts at once, what still waits within
 * its time counts for nothing yet, and nothing counts twice. These are the service level events of Cisco (Unified ICM/CCE, <i>Service Level
 * Calculation</i>); the name in the field is <i>strict</i>: in time ÷ all, where whoever left without needing an answer does not count, as in
 * the share of a day. Whose moment, and which answers, is as with the share of a day: what was told to the customer.
 *
 * <p>Unit: percent with the 95 % interval of Wilson; absent below ten. Grain: queue, brand, all that one may see. Worked example: in the last
 * hour 14 were answered in time, 2 answered that had been late since yesterday, 3 fell due unanswered: 14 ÷ 17 = 82 %.
 */
public interface ServiceLevel {
    /** Over which it looks back. */
    Duration SPAN = Duration.ofHours(1);

    /** Needs {@code live.view}; of a partner only what is its own. */
    Now now(Access access);

    /** @param minutes over which it looks back @param total of all queues */
    @Schema(name = "ServiceLevelNow")
    record Now(int minutes, Kept total, List<OfBrand> brands, List<OfQueue> queues) {}

    @Schema(name = "ServiceLevelOfBrand")
    record OfBrand(BrandId brand, Kept answers) {}

    @Schema(name = "ServiceLevelOfQueue")
    record OfQueue(QueueId queue, Kept answers) {}
}
