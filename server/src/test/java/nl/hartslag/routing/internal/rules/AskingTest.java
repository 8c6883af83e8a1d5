package nl.hartslag.routing.internal.rules;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static nl.hartslag.routing.internal.rules.Rules.NOW;
import static nl.hartslag.routing.internal.rules.Rules.aQueue;
import static nl.hartslag.routing.internal.rules.Rules.idleFor;
import static nl.hartslag.routing.internal.rules.Rules.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.routing.internal.rules.Asking.Refusal;
import nl.hartslag.routing.internal.rules.Consideration.Answers;
import org.junit.jupiter.api.Test;

class AskingTest {
    private final Candidate anna = idleFor(ofMinutes(9), 0);
    private final Candidate bram = idleFor(ofMinutes(5), 0);
    private final Candidate full = idleFor(ofMinutes(20), 3);

    @Test
    void asksTheLongestIdleWithRoom() {
        assertThat(order(Medium.CHAT, List.of(bram, full, anna), List.of(), false, NOW)).containsExactly(anna, bram);
    }

    @Test
    void asksNobodyWhoIsBeingAsked() {
        var asked = new Candidate(anna.agent(), anna.hands(), anna.idleSince(), Optional.of(Medium.CHAT));
        assertThat(order(Medium.CHAT, List.of(asked, bram), List.of(), false, NOW)).containsExactly(bram);
    }

    @Test
    void aMailOnOfferMakesPlaceForSomeoneWhoSitsWaiting() {
        var asked = new Candidate(anna.agent(), anna.hands(), anna.idleSince(), Optional.of(Medium.MAIL));
        assertThat(order(Medium.CHAT, List.of(asked, bram), List.of(), false, NOW)).containsExactly(bram, asked);
        assertThat(order(Medium.MAIL, List.of(asked, bram), List.of(), false, NOW)).containsExactly(bram);
    }

    @Test
    void leavesWhoeverRefusedInPeaceForAWhile() {
        var refusals = List.of(refused(bram, ofSeconds(1)), refused(anna, ofSeconds(59)));
        assertThat(order(Medium.CHAT, List.of(anna, bram), refusals, true, NOW)).isEmpty();
    }

    @Test
    void asksWhoeverRefusedBeforeButNotTheLastOne() {
        var refusals = List.of(refused(bram, ofMinutes(2)), refused(anna, ofMinutes(3)));
        assertThat(order(Medium.CHAT, List.of(anna, bram), refusals, true, NOW)).containsExactly(anna);
    }

    @Test
    void waitsForSomeoneElseWhoIsThereWithFullHands() {
        assertThat(order(Medium.CHAT, List.of(anna, full), List.of(refused(anna, ofMinutes(2))), true, NOW)).isEmpty();
    }

    @Test
    void asksTheOnlyOneAgainAfterAWhile() {
        assertThat(order(Medium.CHAT, List.of(anna), List.of(refused(anna, ofMinutes(2))), true, NOW)).containsExactly(anna);
    }

    private static List<Candidate> order(
            Medium medium, List<Candidate> present, List<Refusal> refusals, boolean lastAskedRefused, Instant now) {
        var wanted = waiting(aQueue(Map.of()), medium, ofMinutes(1));
        return Consideration.of(wanted, present, Reserves.NONE, _ -> true, new Answers(refusals, lastAskedRefused), now).order();
    }

    private static Refusal refused(Candidate candidate, Duration ago) {
        return new Refusal(candidate.agent().user(), NOW.minus(ago));
    }
}
