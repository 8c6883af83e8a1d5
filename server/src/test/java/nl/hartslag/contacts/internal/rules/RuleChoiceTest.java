package nl.hartslag.contacts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.internal.rules.RuleChoice.Facts;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class RuleChoiceTest {
    private static final BrandId BRAND = BrandId.next();
    private static final QueueId ORDERS = QueueId.next();
    private static final CustomerGroupId RESELLERS = CustomerGroupId.next();

    private final Rule everything = rule(null, null, null);
    private final Rule byMail = rule("email", null, null);
    private final Rule orders = rule(null, ORDERS, null);
    private final Rule ordersByMail = rule("email", ORDERS, null);
    private final Rule urgent = rule(null, null, Priority.URGENT);
    private final Rule resellers = rule(null, null, null, RESELLERS);

    @Test
    void theMostSpecificRuleWinsAndPrioritySaysMoreThanQueueAndChannelTogether() {
        List<Rule> rules = List.of(everything, byMail, orders, ordersByMail, urgent);
        assertThat(chosen(rules, "chat", null, Priority.NORMAL)).contains(everything);
        assertThat(chosen(rules, "email", null, Priority.NORMAL)).contains(byMail);
        assertThat(chosen(rules, "chat", ORDERS, Priority.NORMAL)).contains(orders);
        assertThat(chosen(rules, "email", ORDERS, Priority.HIGH)).contains(ordersByMail);
        assertThat(chosen(rules, "email", ORDERS, Priority.URGENT)).contains(urgent);
    }

    @Test
    void theGroupOfTheCustomerSaysMoreThanQueueAndChannelAndLessThanPriority() {
        List<Rule> rules = List.of(everything, ordersByMail, resellers, urgent);
        Facts facts = new Facts(BRAND, "email", Optional.of(ORDERS), Priority.NORMAL, Optional.of(RESELLERS));
        assertThat(RuleChoice.choose(rules, facts)).contains(resellers);
        assertThat(RuleChoice.choose(rules, new Facts(BRAND, "email", Optional.of(ORDERS), Priority.URGENT, Optional.of(RESELLERS)))).contains(urgent);
        assertThat(RuleChoice.choose(rules, new Facts(BRAND, "email", Optional.of(ORDERS), Priority.NORMAL, Optional.of(CustomerGroupId.next())))).contains(ordersByMail);
    }

    @Test
    void aRuleOfAnotherBrandNeverHolds() {
        Facts elsewhere = new Facts(BrandId.next(), "email", Optional.of(ORDERS), Priority.URGENT, Optional.empty());
        assertThat(RuleChoice.choose(List.of(everything, byMail, orders, urgent), elsewhere)).isEmpty();
    }

    @Test
    void theOrderOfTheRulesNeverMatters() {
        Law.holds(300, any -> {
            List<Rule> rules = new ArrayList<>(List.of(everything, byMail, orders, ordersByMail, urgent));
            String channel = any.of("email", "chat");
            QueueId queue = any.of(ORDERS, QueueId.next());
            Priority priority = any.of(Priority.values());
            Optional<Rule> first = chosen(rules, channel, queue, priority);
            Collections.shuffle(rules, new Random(any.number()));
            assertThat(chosen(rules, channel, queue, priority)).isEqualTo(first);
        });
    }

    private static Optional<Rule> chosen(List<Rule> rules, String channel, QueueId queue, Priority priority) {
        return RuleChoice.choose(rules, new Facts(BRAND, channel, Optional.ofNullable(queue), priority, Optional.empty()));
    }

    private static Rule rule(String channel, QueueId queue, Priority priority) {
        return rule(channel, queue, priority, null);
    }

    private static Rule rule(String channel, QueueId queue, Priority priority, CustomerGroupId group) {
        return new Rule(PromiseRuleId.next(),
                new For(BRAND, Optional.ofNullable(channel), Optional.ofNullable(queue), Optional.ofNullable(priority), Optional.ofNullable(group)),
                new Terms(Optional.of(Duration.ofHours(1)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
