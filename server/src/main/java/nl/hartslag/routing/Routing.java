package nl.hartslag.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.OfferId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** The door of routing. It hears of new contacts by {@code ContactOpened} and assigns through {@code Contacts}. */
public interface Routing {
    List<Queue> queues(Access access);

    Optional<Queue> queue(QueueId id);

    QueueId createQueue(NewQueue queue);

    void addRule(BrandId brand, Optional<String> channel, Optional<nl.hartslag.shared.ReasonId> reason,
            Optional<String> address, QueueId queue);

    /** The state a person chose. */
    PresenceView presence(UserId user);

    void setPresence(Access access, PresenceState state);

    void setCapacity(Access access, UserId user, Capacity capacity);

    /** The person's screen is connected, or no longer; called by the live stream. */
    void connected(UserId user, boolean connected);

    List<OfferView> offersTo(UserId user);

    /** Refused with {@code routing/offer-gone} when it expired or went to someone else. */
    ContactId accept(Access access, OfferId offer);

    void decline(Access access, OfferId offer);

    /** The contact this person should do next, assigned to him; empty when nothing waits that he can do. */
    Optional<ContactId> takeNext(Access access, Optional<QueueId> queue);

    /** What a waiting visitor may be told: people before him and the expected wait in seconds (null: not known). */
    WaitView waitOf(ContactId contact);

    enum PresenceState { AVAILABLE, BUSY, BREAK, OFFLINE }

    /** How many at once, per medium. */
    record Capacity(int calls, int chats, int mails) {}

    record PresenceView(
            UserId user, PresenceState state, Instant since, boolean connected, Capacity capacity, Map<String, Integer> load) {}

    /** @param ageingMinutes waiting this long raises the priority by ten */
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
            Map<SkillId, Integer> skills) {}

    record NewQueue(
            BrandId brand,
            String name,
            Optional<PartnerId> partner,
            int priority,
            int ageingMinutes,
            String mode,
            int offerSeconds,
            int overflowMinutes,
            Map<SkillId, Integer> skills) {}

    record OfferView(OfferId id, ContactId contact, QueueId queue, Instant offeredAt, Instant expiresAt) {}

    record WaitView(int ahead, @Nullable Integer expectedSeconds) {}
}
