package nl.hartslag.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.OfferId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** The door of routing. It hears of new contacts by {@code ContactOpened} and assigns through {@code Contacts}. */
public interface Routing {
    /** The queues in use whose work this person may see, by brand and name. */
    List<Queue> queues(Access access);

    /** Those, and for a partner also what others share with it. */
    List<Queue> queuesInSight(Access access);

    Optional<Queue> queue(QueueId id);

    /** For imports and the demo; people use {@link QueueSettings}. Refused with {@code routing/queue-name-taken}. */
    QueueId createQueue(NewQueue queue);

    /** For imports and the demo. The same rule twice is one rule; the last queue named counts. */
    void addRule(BrandId brand, Optional<String> channel, Optional<ReasonId> reason, Optional<String> address, QueueId queue);

    /** The state a person chose, whether his screen is there, and what he has in hand. */
    PresenceView presence(UserId user);

    /** What each of these people chose, in one question; whoever never chose is off. */
    Map<UserId, PresenceState> states(Collection<UserId> users);

    /** Whoever is not available gets no offers; an open offer is withdrawn. What he has in hand stays his. */
    void setPresence(Access access, PresenceState state);

    List<OfferView> offersTo(UserId user);

    /** Refused with {@code routing/offer-gone} when it expired or went to someone else. */
    ContactId accept(Access access, OfferId offer);

    /** Refused with {@code routing/offer-gone} when it is no longer his to decline. */
    void decline(Access access, OfferId offer);

    /** What in his queues is not offered before its channel opens; he may take it himself. Empty when nothing is held back. */
    Optional<Held> heldFrom(Access access);

    /**
     * The contact this person should do next, assigned to him; empty when nothing waits that he can do. Refused with
     * {@code routing/hands-full} when he has as much in hand as he may have.
     *
     * @param queue only from this queue; without it, from those that fit him
     */
    Optional<ContactId> takeNext(Access access, Optional<QueueId> queue);

    /** Whether this waiting contact is only for whoever it comes to next, and that is not this person; false for what does not wait. */
    boolean outOfTurn(Access access, ContactId contact);

    /**
     * What a waiting visitor may be told: people before him and the expected wait in seconds (null: not known). Zero and
     * zero for a contact that no longer waits.
     */
    WaitView waitOf(ContactId contact);

    enum PresenceState { AVAILABLE, BUSY, BREAK, OFFLINE }

    /** How many at once, per medium. A call excludes all else; someone whose chats are full gets no mail. */
    record Capacity(int calls, int chats, int mails) {}

    /**
     * @param since absent where a brand of his does not show times of single people
     * @param load  what he has in hand, per medium ({@code call}, {@code chat}, {@code mail})
     * @param otherWork the queues he was given for a while
     * @param keptFor the queues that keep him free by name
     */
    record PresenceView(
            UserId user,
            PresenceState state,
            @Nullable Instant since,
            boolean connected,
            Capacity capacity,
            Map<String, Integer> load,
            @Nullable OtherWork otherWork,
            List<NamedQueue> keptFor) {
        /** Of the queues that keep him free only these. */
        public PresenceView keptFor(Set<QueueId> seen) {
            return new PresenceView(
                    user, state, since, connected, capacity, load, otherWork, keptFor.stream().filter(queue -> seen.contains(queue.id())).toList());
        }
    }

    /** @param only his own queues wait meanwhile @param by the name of who gave it @param why may be empty */
    record OtherWork(List<NamedQueue> queues, boolean only, Instant until, String by, String why) {}

    record NamedQueue(QueueId id, String name) {}

    /**
     * @param partner         whose people do the work; empty for our own
     * @param priority        0 to 100
     * @param ageingMinutes   waiting this long raises the priority by ten
     * @param mode            {@code push}: contacts are offered; {@code pull}: people take them
     * @param offerSeconds    how long an offer stays open
     * @param overflowMinutes open time after which a waiting contact stands out
     * @param skills          the lowest level (1 to 5) needed of each
     * @param atAllHours      offered outside the opening hours of its channel too
     * @param inTurn          people take what comes next and do not choose, unless they may assign work
     * @param search          whom it looks for besides, and in what order
     */
    record Queue(
            QueueId id,
            BrandId brand,
            String name,
            Optional<PartnerId> partner,
            int priority,
            int ageingMinutes,
            String mode,
            int offerSeconds,
            int overflowMinutes,
            Map<SkillId, Integer> skills,
            boolean atAllHours,
            boolean inTurn,
            Search search) {
        public Queue with(Search other) {
            return new Queue(
                    id, brand, name, partner, priority, ageingMinutes, mode, offerSeconds, overflowMinutes, skills, atAllHours, inTurn, other);
        }
    }

    record NewQueue(
            BrandId brand,
            String name,
            Optional<PartnerId> partner,
            int priority,
            int ageingMinutes,
            String mode,
            int offerSeconds,
            int overflowMinutes,
            Map<SkillId, Integer> skills,
            boolean atAllHours,
            boolean inTurn,
            Search search) {
        public NewQueue with(Search other) {
            return new NewQueue(
                    brand, name, partner, priority, ageingMinutes, mode, offerSeconds, overflowMinutes, skills, atAllHours, inTurn, other);
        }

        /** Offered while its channels are open, and people may choose, as is usual. */
        public NewQueue(
                BrandId brand,
                String name,
                Optional<PartnerId> partner,
                int priority,
                int ageingMinutes,
                String mode,
                int offerSeconds,
                int overflowMinutes,
                Map<SkillId, Integer> skills) {
            this(brand, name, partner, priority, ageingMinutes, mode, offerSeconds, overflowMinutes, skills, false, false, Search.PLAIN);
        }
    }

    /**
     * Whom a queue looks for besides the people with its skills, and whom it rather has.
     *
     * @param preferred         levels that give a better place in the order and are no condition
     * @param knowsCaseMinutes  how long, in opening hours, something is kept for whoever handled the case last and is there; 0 for not at all
     * @param rings             who may help too, the soonest first
     * @param sharing           over whom its work is shared
     * @param reserve           who stays free for it
     */
    record Search(Map<SkillId, Integer> preferred, int knowsCaseMinutes, List<Ring> rings, Sharing sharing, Reserve reserve) {
        /** People with its skills, the longest idle first. */
        public static final Search PLAIN = new Search(Map.of(), 0, List.of());

        public Search {
            preferred = Map.copyOf(preferred);
            rings = List.copyOf(rings);
        }

        /** Shared with nobody. */
        public Search(Map<SkillId, Integer> preferred, int knowsCaseMinutes, List<Ring> rings) {
            this(preferred, knowsCaseMinutes, rings, Sharing.NONE);
        }

        /** Keeping nobody free. */
        public Search(Map<SkillId, Integer> preferred, int knowsCaseMinutes, List<Ring> rings, Sharing sharing) {
            this(preferred, knowsCaseMinutes, rings, sharing, Reserve.NONE);
        }

        public Search with(Sharing other) {
            return new Search(preferred, knowsCaseMinutes, rings, other, reserve);
        }

        public Search with(Reserve other) {
            return new Search(preferred, knowsCaseMinutes, rings, sharing, other);
        }
    }

    /**
     * How many people stay free for a queue, so that what comes in there finds somebody at once. Whoever is not needed for that does other
     * work too.
     *
     * @param free        at least so many, as far as they are there; 0 for no reserve
     * @param medium      for what they stay free: {@code call}, {@code chat} or {@code mail}
     * @param people      whom; empty for everyone whose work the queue is
     * @param lentMinutes what has waited so long elsewhere may have them all the same; 0 for never
     */
    @Schema(name = "QueueReserve")
    record Reserve(int free, String medium, Set<UserId> people, int lentMinutes) {
        public static final Reserve NONE = new Reserve(0, "chat", Set.of(), 0);

        public Reserve {
            people = Set.copyOf(people);
        }
    }

    /**
     * Over whom the work of a queue is shared: each contact is the turn of one of them.
     *
     * @param shares      together a hundred per cent; empty when it is not shared
     * @param nextMinutes opening hours after which the next may take it too, when nobody did
     */
    record Sharing(List<Share> shares, int nextMinutes) {
        public static final Sharing NONE = new Sharing(List.of(), 10);

        public Sharing {
            shares = List.copyOf(shares);
        }

        public boolean shared() {
            return !shares.isEmpty();
        }
    }

    /**
     * The part of one company or site.
     *
     * @param partner whose people; empty for our own
     * @param site    only those who work there
     */
    @Schema(name = "QueueShare")
    record Share(Optional<PartnerId> partner, Optional<SiteId> site, int percent) {}

    /**
     * Once something has waited so long in opening hours, these may help too.
     *
     * @param skills    the lowest level of each that is then needed
     * @param partners  companies whose people may help too
     * @param ownPeople our own people may help in a partner's queue, or one that is shared without them
     * @param sites     sites whose people may help too
     */
    record Ring(int afterMinutes, Map<SkillId, Integer> skills, Set<PartnerId> partners, boolean ownPeople, Set<SiteId> sites) {
        public Ring {
            skills = Map.copyOf(skills);
            partners = Set.copyOf(partners);
            sites = Set.copyOf(sites);
        }

        public Ring(int afterMinutes, Map<SkillId, Integer> skills, Set<PartnerId> partners, boolean ownPeople) {
            this(afterMinutes, skills, partners, ownPeople, Set.of());
        }
    }

    /** @param waitingSince since when the customer waits */
    record OfferView(
            OfferId id,
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            QueueId queue,
            String queueName,
            String channel,
            String medium,
            String subject,
            Instant waitingSince,
            Instant offeredAt,
            Instant expiresAt) {}

    /** @param opensAt when the first of it is offered; empty when its channel does not open within a year */
    record Held(int count, Optional<Instant> opensAt) {}

    record WaitView(int ahead, @Nullable Integer expectedSeconds) {}
}
