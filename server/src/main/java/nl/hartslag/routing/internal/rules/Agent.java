package nl.hartslag.routing.internal.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;

/** Someone who handles contacts: for which brands, in which company, with which skills, where. */
public record Agent(
        UserId user, Set<BrandId> brands, Optional<PartnerId> partner, Map<SkillId, Integer> skills, Optional<SiteId> site) {

    /** Whether work of the queue is for him: his brand, his company's queue, and every skill at its level. */
    public boolean fits(Queue queue) {
        return queue.partner().equals(partner) && mayTakeFrom(queue);
    }

    /** Whether he may answer for the brand, and for its partner if the contact is one's. */
    public boolean mayHave(BrandId brand, Optional<PartnerId> ofPartner) {
        return brands.contains(brand) && (partner.isEmpty() || partner.equals(ofPartner));
    }

    /** Whether he may have a contact of the queue when somebody gives it to him by name: skills are then left to whoever gives it. */
    public boolean mayBeGiven(Queue queue) {
        return mayHave(queue.brand(), queue.partner());
    }

    /** Whether he may take from it when he asks for it himself; our own people may help out a partner. */
    public boolean mayTakeFrom(Queue queue) {
        return mayBeGiven(queue)
                && queue.skills().entrySet().stream()
                        .allMatch(needed -> skills.getOrDefault(needed.getKey(), 0) >= needed.getValue());
    }
}
