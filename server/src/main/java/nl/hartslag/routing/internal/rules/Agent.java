package nl.hartslag.routing.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;

/**
 * Someone who handles contacts: for which brands, in which company, with which skills, where.
 *
 * @param otherWork what he was given for a while
 * @param peaksOnly the brands for which he helps when all hands are called, and does no work in between
 */
public record Agent(
        UserId user, Set<BrandId> brands, Optional<PartnerId> partner, Map<SkillId, Integer> skills, Optional<SiteId> site,
        Optional<OtherWork> otherWork, Set<BrandId> peaksOnly) {
    public Agent(UserId user, Set<BrandId> brands, Optional<PartnerId> partner, Map<SkillId, Integer> skills, Optional<SiteId> site) {
        this(user, brands, partner, skills, site, Optional.empty(), Set.of());
    }

    /** Whether work of the queue is for him at once: his brand, his company's queue, and every skill at its level, or given for a while. */
    public boolean fits(Queue queue) {
        return isOf(queue) && mayTakeFrom(queue) && !keptFrom(queue);
    }

    /** Whether its work is his company's, and where it is shared, his site's. */
    boolean isOf(Queue queue) {
        return queue.search().sharing().shared() ? shareIn(queue).isPresent() : queue.partner().equals(partner);
    }

    /** Which of the shares of the queue is his, from 0; that of his site before that of his company. */
    public OptionalInt shareIn(Queue queue) {
        List<Share> shares = queue.search().sharing().shares();
        OptionalInt wide = OptionalInt.empty();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            if (!share.partner().equals(partner)) continue;
            if (share.site().isEmpty()) wide = OptionalInt.of(i);
            else if (share.site().equals(site)) return OptionalInt.of(i);
        }
        return wide;
    }

    /** Whether no turn of others stands between him and its work. */
    public boolean ownOrUnshared(Queue queue) {
        return !queue.search().sharing().shared() || shareIn(queue).isPresent();
    }

    /** How he reaches its contacts; empty when they never are his. */
    public Optional<Reach> reach(Queue queue) {
        OptionalInt ring = ring(queue);
        return ring.isPresent() ? Optional.of(new Reach(ring.getAsInt(), turns(queue))) : Optional.empty();
    }

    /** The same for who asks himself, where he may take without waiting until he may help. */
    public Reach atOnce(Queue queue) {
        return new Reach(0, turns(queue));
    }

    /** In whose turn contacts of the queue are his; whoever has no share in it waits for no turn. */
    private int turns(Queue queue) {
        OptionalInt share = shareIn(queue);
        return share.isPresent() ? Reach.turnOf(share.getAsInt()) : Reach.ALL;
    }

    private boolean given(Queue queue) {
        return otherWork.filter(work -> work.queues().contains(queue.id())).isPresent();
    }

    private boolean keptFrom(Queue queue) {
        return !given(queue) && (otherWork.filter(OtherWork::only).isPresent() || peaksOnly.contains(queue.brand()));
    }

    /** From which ring on work of the queue is for him: 0 for at once; empty when it never is. */
    public OptionalInt ring(Queue queue) {
        if (!brands.contains(queue.brand())) return OptionalInt.empty();
        if (fits(queue)) return OptionalInt.of(0);
        if (keptFrom(queue)) return OptionalInt.empty();
        List<Ring> rings = queue.search().rings();
        for (int i = 0; i < rings.size(); i++) {
            if (mayHelp(queue, rings.get(i)) && has(rings.get(i).skills())) return OptionalInt.of(i + 1);
        }
        return OptionalInt.empty();
    }

    private boolean mayHelp(Queue queue, Ring ring) {
        if (isOf(queue) || site.filter(ring.sites()::contains).isPresent()) return true;
        return partner.map(ring.partners()::contains).orElseGet(ring::ownPeople);
    }

    private boolean has(Map<SkillId, Integer> needed) {
        for (Map.Entry<SkillId, Integer> each : needed.entrySet()) {
            if (skills.getOrDefault(each.getKey(), 0) < each.getValue()) return false;
        }
        return true;
    }

    /** How many of the skills that the queue rather has he has. */
    public int preferredBy(Queue queue) {
        int had = 0;
        for (Map.Entry<SkillId, Integer> each : queue.search().preferred().entrySet()) {
            if (skills.getOrDefault(each.getKey(), 0) >= each.getValue()) had++;
        }
        return had;
    }

    /** Whether he may answer for the brand, and for its partner if the contact is one's. */
    public boolean mayHave(BrandId brand, Optional<PartnerId> ofPartner) {
        return brands.contains(brand) && (partner.isEmpty() || partner.equals(ofPartner));
    }

    /** Whether he may have a contact of the queue when somebody gives it to him by name: skills are then left to whoever gives it. */
    public boolean mayBeGiven(Queue queue) {
        return mayHave(queue.brand(), queue.partner()) || brands.contains(queue.brand()) && shareIn(queue).isPresent();
    }

    /** Whether he may take from it when he asks for it himself; our own people may help out a partner. */
    public boolean mayTakeFrom(Queue queue) {
        return mayBeGiven(queue) && (given(queue) || has(queue.skills()));
    }
}
