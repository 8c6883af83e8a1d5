package nl.hartslag.routing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.hartslag.routing.internal.rules.QueueChoice.Facts;
import nl.hartslag.routing.internal.rules.QueueChoice.Rule;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueChoiceTest {
    private final ReasonId delivery = ReasonId.next();
    private final ReasonId damaged = ReasonId.next();
    private final Rule any = rule(null, null, null);
    private final Rule byChannel = rule("chat", null, null);
    private final Rule byReason = rule(null, delivery, null);
    private final Rule byCloserReason = rule(null, damaged, null);
    private final Rule byReasonAndChannel = rule("chat", delivery, null);
    private final Rule byAddress = rule(null, null, "returns@shop.example");
    private final List<Rule> all = List.of(any, byChannel, byReason, byCloserReason, byReasonAndChannel, byAddress);

    @Test
    void theMostSpecificRuleWins() {
        assertThat(chosen("mail", List.of(), null)).isEqualTo(any);
        assertThat(chosen("chat", List.of(), null)).isEqualTo(byChannel);
        assertThat(chosen("mail", List.of(delivery), null)).isEqualTo(byReason);
        assertThat(chosen("chat", List.of(delivery), null)).isEqualTo(byReasonAndChannel);
    }

    @Test
    void aRuleHoldsForTheReasonsBelowIt() {
        assertThat(chosen("mail", List.of(ReasonId.next(), delivery), null)).isEqualTo(byReason);
    }

    @Test
    void theCloserReasonWins() {
        assertThat(chosen("chat", List.of(damaged, delivery), null)).isEqualTo(byCloserReason);
    }

    @Test
    void ourAddressSaysMost() {
        assertThat(chosen("chat", List.of(damaged, delivery), "Returns@Shop.example")).isEqualTo(byAddress);
    }

    @Test
    void withoutARuleThereIsNoChoice() {
        assertThat(QueueChoice.choose(List.of(byChannel), new Facts("mail", List.of(), Optional.empty()))).isEmpty();
    }

    private Rule chosen(String channel, List<ReasonId> reasons, @Nullable String address) {
        QueueId queue = QueueChoice.choose(all, new Facts(channel, reasons, Optional.ofNullable(address))).orElseThrow();
        return all.stream().filter(rule -> rule.queue().equals(queue)).findFirst().orElseThrow();
    }

    private static Rule rule(@Nullable String channel, @Nullable ReasonId reason, @Nullable String address) {
        return new Rule(
                Optional.ofNullable(channel), Optional.ofNullable(reason), Optional.ofNullable(address), QueueId.next());
    }
}
