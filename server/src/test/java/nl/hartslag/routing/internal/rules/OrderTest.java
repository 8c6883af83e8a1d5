package nl.hartslag.routing.internal.rules;

import static java.time.Duration.ofMinutes;
import static nl.hartslag.routing.internal.rules.Rules.NOW;
import static nl.hartslag.routing.internal.rules.Rules.aQueue;
import static nl.hartslag.routing.internal.rules.Rules.idleFor;
import static nl.hartslag.routing.internal.rules.Rules.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class OrderTest {
    private final UserId me = UserId.next();

    @Test
    void asksTheLongestIdleFirst() {
        var justBack = idleFor(ofMinutes(1), 0);
        var longIdle = idleFor(ofMinutes(9), 0);
        assertThat(List.of(justBack, longIdle).stream().sorted(Candidate.LONGEST_IDLE_FIRST)).containsExactly(longIdle, justBack);
    }

    @Test
    void asksEmptyHandsBeforeBusyOnes() {
        var busy = idleFor(ofMinutes(9), 2);
        var empty = idleFor(ofMinutes(1), 0);
        assertThat(List.of(busy, empty).stream().sorted(Candidate.LONGEST_IDLE_FIRST)).containsExactly(empty, busy);
    }

    @Test
    void anAgedContactOvertakesAMorePressingQueue() {
        var urgent = waiting(aQueue(80, 10, Optional.empty(), Map.of()), Medium.MAIL, ofMinutes(1));
        var aged = waiting(aQueue(50, 10, Optional.empty(), Map.of()), Medium.MAIL, ofMinutes(40));
        assertThat(sorted(urgent, aged)).containsExactly(aged, urgent);
    }

    @Test
    void someoneWhoSitsWaitingComesBeforeMail() {
        var mail = waiting(aQueue(100, 1, Optional.empty(), Map.of()), Medium.MAIL, ofMinutes(300));
        var chat = waiting(aQueue(0, 1440, Optional.empty(), Map.of()), Medium.CHAT, ofMinutes(0));
        assertThat(sorted(mail, chat)).containsExactly(chat, mail);
    }

    @Test
    void whatWasGivenByNameComesFirst() {
        var chat = waiting(aQueue(Map.of()), Medium.CHAT, ofMinutes(5));
        var mine = new Waiting(
                waiting(aQueue(Map.of()), Medium.MAIL, ofMinutes(0)).contact(),
                aQueue(Map.of()), Medium.MAIL, "mail", NOW, Optional.of(me), 0);
        assertThat(sorted(chat, mine)).containsExactly(mine, chat);
    }

    @Test
    void scoreRisesTenForEachAgeing() {
        Law.holds(any -> {
            int priority = any.number(0, 100);
            int ageing = any.number(1, 1440);
            int times = any.number(0, 50);
            double score = Score.of(priority, ageing, Duration.ofMinutes((long) ageing * times));
            assertThat(score).isEqualTo(priority + 10.0 * times, org.assertj.core.data.Offset.offset(1e-6));
        });
    }

    @Test
    void nobodyInTheSameQueueIsOvertakenByWhoCameLater() {
        Law.holds(any -> {
            int first = any.number(0, 10_000);
            int second = any.of(first, any.number(0, 10_000));
            var queue = aQueue(Map.of());
            var one = waiting(queue, Medium.CHAT, Duration.ofSeconds(first));
            var other = waiting(queue, Medium.CHAT, Duration.ofSeconds(second));
            Waiting expected = first > second || first == second && one.contact().value().compareTo(other.contact().value()) < 0 ? one : other;
            assertThat(sorted(one, other).getFirst()).isEqualTo(expected);
        });
    }

    private List<Waiting> sorted(Waiting... all) {
        return List.of(all).stream().sorted(Waiting.firstFor(me, NOW)).toList();
    }
}
