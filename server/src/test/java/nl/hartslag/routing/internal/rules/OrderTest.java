package nl.hartslag.routing.internal.rules;

import static java.time.Duration.ofMinutes;
import static nl.hartslag.routing.internal.rules.Rules.NOW;
import static nl.hartslag.routing.internal.rules.Rules.aQueue;
import static nl.hartslag.routing.internal.rules.Rules.hands;
import static nl.hartslag.routing.internal.rules.Rules.idleFor;
import static nl.hartslag.routing.internal.rules.Rules.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.ContactId;
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
        var mail = waiting(aQueue(100, 60, Optional.empty(), Map.of()), Medium.MAIL, ofMinutes(300));
        var chat = waiting(aQueue(0, 1440, Optional.empty(), Map.of()), Medium.CHAT, ofMinutes(0));
        assertThat(sorted(mail, chat)).containsExactly(chat, mail);
    }

    @Test
    void mailThatPressesComesEvenBeforeThatToSomeoneWithoutMail() {
        var queue = aQueue(50, 10, Optional.empty(), Map.of());
        var chat = waiting(aQueue(100, 1, Optional.empty(), Map.of()), Medium.CHAT, ofMinutes(60));
        var late = mail(queue, ofMinutes(5), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(59))));
        var aged = mail(queue, ofMinutes(100), Priority.NORMAL, Optional.empty());
        var inTime = mail(queue, ofMinutes(100), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(60))));
        assertThat(sorted(chat, late)).containsExactly(late, chat);
        assertThat(sorted(chat, aged)).containsExactly(aged, chat);
        assertThat(sorted(inTime, chat)).containsExactly(chat, inTime);
        assertThat(List.of(late, chat).stream().sorted(Waiting.firstFor(me, hands(0, 2, 1), NOW))).containsExactly(chat, late);
    }

    @Test
    void whatWasGivenByNameComesFirst() {
        var chat = waiting(aQueue(Map.of()), Medium.CHAT, ofMinutes(5));
        var mine = new Waiting(
                waiting(aQueue(Map.of()), Medium.MAIL, ofMinutes(0)).contact(),
                aQueue(Map.of()), Medium.MAIL, "mail", NOW, Priority.NORMAL, Optional.empty(), Optional.of(me), 0);
        assertThat(sorted(chat, mine)).containsExactly(mine, chat);
    }

    @Test
    void scoreRisesTenForEachAgeing() {
        Law.holds(any -> {
            int priority = any.number(0, 100);
            int ageing = any.number(1, 1440);
            int times = any.number(0, 50);
            var queue = aQueue(priority, ageing, Optional.empty(), Map.of());
            double score = waiting(queue, Medium.MAIL, Duration.ofMinutes((long) ageing * times)).score(NOW).total();
            assertThat(score).isEqualTo(priority + 10.0 * times, org.assertj.core.data.Offset.offset(1e-6));
        });
    }

    @Test
    void whatIsUrgentOvertakesWhatWaitedNineTurns() {
        var queue = aQueue(50, 10, Optional.empty(), Map.of());
        var patient = mail(queue, ofMinutes(90), Priority.NORMAL, Optional.empty());
        var urgent = mail(queue, ofMinutes(0), Priority.URGENT, Optional.empty());
        assertThat(sorted(patient, urgent)).containsExactly(urgent, patient);
    }

    @Test
    void whatWasPromisedSoonOvertakesWhatWasPromisedLater() {
        var queue = aQueue(50, 10, Optional.empty(), Map.of());
        var later = mail(queue, ofMinutes(20), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(240))));
        var soon = mail(queue, ofMinutes(5), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(15))));
        assertThat(sorted(later, soon)).containsExactly(soon, later);
    }

    @Test
    void whatIsLongLateDoesNotPushOutWhatCanStillBeKept() {
        var queue = aQueue(50, 10, Optional.empty(), Map.of());
        var justDue = mail(queue, ofMinutes(60), Priority.NORMAL, Optional.of(NOW)).score(NOW);
        var longLate = mail(queue, ofMinutes(60), Priority.NORMAL, Optional.of(NOW.minus(ofMinutes(600)))).score(NOW);
        assertThat(longLate).isEqualTo(justDue);
        assertThat(justDue.promise()).isEqualTo(30);
    }

    @Test
    void thePromiseWeighsMoreWithEveryMinute() {
        Law.holds(any -> {
            int left = any.number(-200, 200);
            var queue = aQueue(Map.of());
            double now = mail(queue, ofMinutes(0), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(left)))).score(NOW).promise();
            double before = mail(queue, ofMinutes(0), Priority.NORMAL, Optional.of(NOW.plus(ofMinutes(left + 1)))).score(NOW).promise();
            assertThat(now).isBetween(before, 30.0);
            assertThat(before).isGreaterThanOrEqualTo(0);
        });
    }

    /** The database orders by this instant; it must not differ from the sum of points. */
    @Test
    void theRankIsTheOrderOfPointsWithinAQueue() {
        Law.holds(any -> {
            int ageing = any.number(1, 1440);
            var queue = aQueue(any.number(0, 100), ageing, Optional.empty(), Map.of());
            var one = mail(queue, ofMinutes(any.number(0, 10_000)), any.of(Priority.values()), Optional.empty());
            var other = mail(queue, ofMinutes(any.number(0, 10_000)), any.of(Priority.values()), Optional.empty());
            int byPoints = Double.compare(rounded(other.score(NOW).total()), rounded(one.score(NOW).total()));
            int byRank = Score.rankedAt(one.enteredAt(), one.priority(), ageing).compareTo(Score.rankedAt(other.enteredAt(), other.priority(), ageing));
            assertThat(Integer.signum(byRank)).isEqualTo(byPoints);
        });
    }

    private static double rounded(double points) {
        return Math.round(points * 1e6) / 1e6;
    }

    private static Waiting mail(Routing.Queue queue, Duration since, Priority priority, Optional<Instant> dueAt) {
        return new Waiting(ContactId.next(), queue, Medium.MAIL, "mail", NOW.minus(since), priority, dueAt, Optional.empty(), 0);
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
        return List.of(all).stream().sorted(Waiting.firstFor(me, hands(0, 0, 0), NOW)).toList();
    }
}
