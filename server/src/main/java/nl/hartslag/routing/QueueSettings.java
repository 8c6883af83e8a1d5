package nl.hartslag.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.QueueRuleId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;

/**
 * Setting up queues, the rules that lead to them, and what people may have in hand. Every method needs
 * {@code routing.configure}; what is of another brand does not exist for the asker. Changes are audited.
 */
public interface QueueSettings {
    /** Refused with {@code routing/queue-name-taken}. */
    QueueId create(Access access, NewQueue queue);

    /** The brand of a queue stays as it is. Refused with {@code routing/queue-name-taken}. */
    void change(Access access, QueueId id, NewQueue queue);

    /** Refused with {@code routing/queue-in-use} while contacts wait in it; its rules go with it. */
    void archive(Access access, QueueId id);

    /** By brand, the most specific first. */
    List<QueueRule> rules(Access access);

    /** Refused with {@code routing/rule-taken} when the same is led to a queue already. */
    QueueRuleId addRule(Access access, NewRule rule);

    void removeRule(Access access, QueueRuleId id);

    /** Everyone who handles contacts, by name. */
    List<PersonCapacity> capacities(Access access);

    void setCapacity(Access access, UserId user, Capacity capacity);

    /** Back to what is usual: one call, three chats or five mails. */
    void resetCapacity(Access access, UserId user);

    /** What is absent holds for everything. @param address of ours, to which the customer wrote */
    record NewRule(
            BrandId brand, Optional<String> channel, Optional<ReasonId> reason, Optional<String> address, QueueId queue) {}

    record QueueRule(
            QueueRuleId id,
            BrandId brand,
            Optional<String> channel,
            Optional<ReasonId> reason,
            Optional<String> address,
            QueueId queue) {}

    /** @param usual whether nothing of his own was set @param brands for which he handles contacts */
    record PersonCapacity(UserId user, String name, Optional<PartnerId> partner, Capacity capacity, boolean usual, Set<BrandId> brands) {}
}
