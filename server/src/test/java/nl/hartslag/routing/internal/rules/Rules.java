package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;

/** Words for the tests of the rules. */
final class Rules {
    static final BrandId BRAND = BrandId.next();
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Rules() {}

    static Queue aQueue(Map<SkillId, Integer> skills) {
        return aQueue(50, 10, Optional.empty(), skills);
    }

    static Queue aQueue(int priority, int ageingMinutes, Optional<PartnerId> partner, Map<SkillId, Integer> skills) {
        return new Queue(
                QueueId.next(), BRAND, "Orders", partner, priority, ageingMinutes, "push", 30, 60, skills, false, false, Search.PLAIN);
    }

    static Agent anAgent(Map<SkillId, Integer> skills) {
        return new Agent(UserId.next(), Set.of(BRAND), Optional.empty(), skills, Optional.empty());
    }

    static Agent anAgentOf(PartnerId partner) {
        return new Agent(UserId.next(), Set.of(BRAND), Optional.of(partner), Map.of(), Optional.empty());
    }

    static Candidate idleFor(Duration time, int chatsInHand) {
        return new Candidate(anAgent(Map.of()), hands(0, chatsInHand, 0), NOW.minus(time), Optional.empty());
    }

    static Hands hands(int calls, int chats, int mails) {
        return new Hands(new Capacity(1, 3, 5), calls, chats, mails);
    }

    static Waiting waiting(Queue queue, Medium medium, Duration since) {
        return new Waiting(ContactId.next(), queue, medium, medium.key(), NOW.minus(since), Priority.NORMAL, Optional.empty(), Optional.empty(), 0);
    }
}
