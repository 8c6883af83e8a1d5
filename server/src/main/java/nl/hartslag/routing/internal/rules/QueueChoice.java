package nl.hartslag.routing.internal.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;

/**
 * Which queue gets a contact. A rule holds when everything it names is so; the most specific rule wins. Our address says
 * more than the reason, the reason more than the channel, and a reason more than the reason above it.
 */
public final class QueueChoice {
    private QueueChoice() {}

    /** An absent part holds for everything. */
    public record Rule(
            Optional<String> channel, Optional<ReasonId> reason, Optional<String> address, QueueId queue) {}

    /** @param reasons the reason given and those above it, the closest first; empty when none was given */
    public record Facts(String channel, List<ReasonId> reasons, Optional<String> address) {}

    public static Optional<QueueId> choose(List<Rule> rules, Facts facts) {
        return rule(rules, facts).map(Rule::queue);
    }

    /** The rule that decides. */
    public static Optional<Rule> rule(List<Rule> rules, Facts facts) {
        return rules.stream()
                .filter(rule -> holds(rule, facts))
                .max(Comparator.comparingInt((Rule rule) -> weight(rule, facts)));
    }

    private static boolean holds(Rule rule, Facts facts) {
        return rule.channel().map(facts.channel()::equals).orElse(true)
                && rule.reason().map(facts.reasons()::contains).orElse(true)
                && rule.address().map(address -> facts.address().filter(address::equalsIgnoreCase).isPresent()).orElse(true);
    }

    private static int weight(Rule rule, Facts facts) {
        int channel = rule.channel().isPresent() ? 1 : 0;
        // trees are three deep; 2 to 8 by closeness keeps every reason above every channel and below every address
        int reason = rule.reason().map(named -> 2 * Math.max(1, 4 - facts.reasons().indexOf(named))).orElse(0);
        int address = rule.address().isPresent() ? 16 : 0;
        return channel + reason + address;
    }
}
