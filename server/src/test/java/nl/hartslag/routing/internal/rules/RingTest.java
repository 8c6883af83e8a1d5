package nl.hartslag.routing.internal.rules;

import static java.time.Duration.ofMinutes;
import static nl.hartslag.routing.internal.rules.Rules.BRAND;
import static nl.hartslag.routing.internal.rules.Rules.NOW;
import static nl.hartslag.routing.internal.rules.Rules.anAgent;
import static nl.hartslag.routing.internal.rules.Rules.anAgentOf;
import static nl.hartslag.routing.internal.rules.Rules.hands;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.internal.rules.Consideration.Answers;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class RingTest {
    private final SkillId french = SkillId.next();
    private final SkillId cars = SkillId.next();
    private final PartnerId partner = PartnerId.next();
    private final Queue queue = aQueue(new Search(Map.of(), 0, List.of(
            new Ring(5, Map.of(french, 2), Set.of(), false), new Ring(15, Map.of(french, 1), Set.of(partner), false))));

    @Test
    void whoeverHasTheSkillsIsThereFromTheStart() {
        assertThat(anAgent(Map.of(french, 4)).ring(queue)).hasValue(0);
    }

    @Test
    void lowerLevelsMayHelpAfterAWhile() {
        assertThat(anAgent(Map.of(french, 2)).ring(queue)).hasValue(1);
        assertThat(anAgent(Map.of(french, 1)).ring(queue)).hasValue(2);
        assertThat(anAgent(Map.of()).ring(queue)).isEmpty();
    }

    @Test
    void peopleOfAPartnerMayHelpWhereTheRingNamesThem() {
        Agent theirs = new Agent(anAgentOf(partner).user(), Set.of(BRAND), Optional.of(partner), Map.of(french, 5), Optional.empty());
        Agent others = new Agent(theirs.user(), Set.of(BRAND), Optional.of(PartnerId.next()), Map.of(french, 5), Optional.empty());
        assertThat(theirs.ring(queue)).hasValue(2);
        assertThat(others.ring(queue)).isEmpty();
    }

    @Test
    void ourOwnPeopleMayHelpInAPartnersQueueWhereTheRingSaysSo() {
        Queue theirs = new Queue(
                QueueId.next(), BRAND, "Theirs", Optional.of(partner), 50, 10, "push", 30, 60, Map.of(), false, false,
                new Search(Map.of(), 0, List.of(new Ring(5, Map.of(), Set.of(), true))));
        assertThat(anAgent(Map.of()).ring(theirs)).hasValue(1);
        assertThat(anAgentOf(partner).ring(theirs)).hasValue(0);
    }

    @Test
    void whoMayHelpLaterIsToldAsSuchAndNotAsked() {
        var helper = new Candidate(anAgent(Map.of(french, 2)), hands(0, 0, 0), NOW, Optional.empty());
        assertThat(look(waiting(0), helper).order()).isEmpty();
        assertThat(look(waiting(0), helper).everyone()).containsOnlyKeys(Standing.LATER);
        assertThat(look(waiting(1), helper).order()).containsExactly(helper);
    }

    @Test
    void thePeopleOfTheQueueComeBeforeThoseWhoHelpOut() {
        var helper = new Candidate(anAgent(Map.of(french, 2)), hands(0, 0, 0), NOW.minus(ofMinutes(60)), Optional.empty());
        var own = new Candidate(anAgent(Map.of(french, 3)), hands(0, 2, 0), NOW, Optional.empty());
        assertThat(look(waiting(2), helper, own).order()).containsExactly(own, helper);
    }

    @Test
    void whoHasAPreferredSkillComesFirstAndWhoHasNotIsAskedAllTheSame() {
        Queue rather = aQueue(new Search(Map.of(cars, 2), 0, List.of()));
        var plain = new Candidate(anAgent(Map.of(french, 3)), hands(0, 0, 0), NOW.minus(ofMinutes(60)), Optional.empty());
        var knows = new Candidate(anAgent(Map.of(french, 3, cars, 2)), hands(0, 1, 0), NOW, Optional.empty());
        var wanted = new Waiting(ContactId.next(), rather, Medium.CHAT, "chat", NOW, Priority.NORMAL, Optional.empty(), Optional.empty(), 0);
        assertThat(look(wanted, plain, knows).order()).containsExactly(knows, plain);
    }

    @Test
    void aWiderRingNeverLosesAnyoneWhoFittedBefore() {
        Law.holds(any -> {
            Agent someone = anAgent(Map.of(french, any.number(0, 5), cars, any.number(0, 5)));
            int ring = any.number(0, 2);
            if (waiting(ring).isFor(someone)) assertThat(waiting(ring + 1).isFor(someone)).isTrue();
        });
    }

    private Queue aQueue(Search search) {
        return new Queue(QueueId.next(), BRAND, "Orders", Optional.empty(), 50, 10, "push", 30, 60, Map.of(french, 3), false, false, search);
    }

    private Waiting waiting(int ring) {
        return new Waiting(ContactId.next(), queue, Medium.CHAT, "chat", NOW.minus(Duration.ofMinutes(20)), Priority.NORMAL, Optional.empty(), Optional.empty(), ring);
    }

    private static Consideration look(Waiting wanted, Candidate... here) {
        return Consideration.of(wanted, List.of(here), Reserves.NONE, _ -> true, Answers.NONE, NOW);
    }
}
