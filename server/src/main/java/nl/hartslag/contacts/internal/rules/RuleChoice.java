package nl.hartslag.contacts.internal.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.QueueId;

/**
 * Which rule holds for a contact: one of which everything it names is so, the most specific of them. Priority says more than the
 * customer's group, the group more than the queue, the queue more than the channel. No two rules name the same, so there is never more than one of a weight that holds.
 */
public final class RuleChoice {
    /** The most specific first. */
    public static final Comparator<Rule> MOST_SPECIFIC_FIRST =
            Comparator.comparingInt((Rule rule) -> weight(rule.holdsFor())).reversed();

    private RuleChoice() {}

    /** What is known of a contact; one that has no queue yet meets no rule that names one. */
    public record Facts(BrandId brand, String channel, Optional<QueueId> queue, Priority priority, Optional<CustomerGroupId> group) {}

    public static Optional<Rule> choose(List<Rule> rules, Facts facts) {
        return rules.stream().filter(rule -> holds(rule.holdsFor(), facts)).min(MOST_SPECIFIC_FIRST);
    }

    private static boolean holds(For named, Facts facts) {
        return named.brand().equals(facts.brand())
                && named.channel().map(facts.channel()::equals).orElse(true)
                && named.queue().map(queue -> facts.queue().filter(queue::equals).isPresent()).orElse(true)
                && named.priority().map(facts.priority()::equals).orElse(true)
                && named.group().map(group -> facts.group().filter(group::equals).isPresent()).orElse(true);
    }

    private static int weight(For named) {
        return (named.channel().isPresent() ? 1 : 0) + (named.queue().isPresent() ? 2 : 0) + (named.group().isPresent() ? 4 : 0)
                + (named.priority().isPresent() ? 8 : 0);
    }
}
