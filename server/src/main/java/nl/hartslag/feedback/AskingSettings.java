package nl.hartslag.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;

/** How each brand asks and follows up. Needs {@code feedback.configure} for that brand; every change is audited. */
public interface AskingSettings {
    Settings of(Access access, BrandId brand);

    void set(Access access, AskingRule rule);

    /** Back to the brand's rule (for a queue) or to the standard one (for the brand). */
    void remove(Access access, BrandId brand, Optional<QueueId> queue);

    /** Customers who came for these reasons are not asked. */
    void exclude(Access access, BrandId brand, Set<ReasonId> reasons);

    void set(Access access, BrandId brand, FollowUpRule rule);

    /** @param rules as set, the brand's own first; @param standard what holds where nothing is set */
    @Schema(name = "AskingSettingsView")
    record Settings(List<AskingRule> rules, AskingRule standard, Set<ReasonId> excludedReasons, FollowUpRule followUp) {}
}
