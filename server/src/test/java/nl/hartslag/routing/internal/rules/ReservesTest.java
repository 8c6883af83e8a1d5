package nl.hartslag.routing.internal.rules;

import static nl.hartslag.routing.internal.rules.Rules.BRAND;
import static nl.hartslag.routing.internal.rules.Rules.NOW;
import static nl.hartslag.routing.internal.rules.Rules.hands;
import static nl.hartslag.routing.internal.rules.Rules.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.internal.rules.Consideration.Answers;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

class ReservesTest {
    private final SkillId gold = SkillId.next();
    private final Queue other = aQueue(Map.of(), Reserve.NONE);

    @Test
    void twoOfThreeStayFreeForCallsAndTheThirdHelpsElsewhere() {
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(2, "call", Set.of(), 0));
        List<Candidate> here = new ArrayList<>(List.of(someone(gold), someone(gold), someone(gold)));
        Waiting chat = waiting(other, Medium.CHAT, Duration.ofMinutes(1));
        assertThat(consider(chat, calls, here).order()).hasSize(3);
        here.set(0, with(here.getFirst(), Medium.CHAT));
        assertThat(consider(chat, calls, here).order()).extracting(Candidate::agent).containsExactly(here.getFirst().agent());
        assertThat(consider(chat, calls, here).everyone()).containsEntry(Standing.RESERVED, users(here.get(1), here.get(2)));
    }

    @Test
    void mailTakesNobodyAwayFromCalls() {
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 0));
        assertThat(consider(waiting(other, Medium.MAIL, Duration.ofMinutes(1)), calls, List.of(someone(gold))).order()).hasSize(1);
    }

    @Test
    void whatTheyAreKeptForTheyAreAsked() {
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 0));
        assertThat(consider(waiting(calls, Medium.CALL, Duration.ZERO), calls, List.of(someone(gold))).order()).hasSize(1);
    }

    @Test
    void onlyTheNamedAreKeptAndWhoeverIsNotIsAskedFirst() {
        Candidate named = someone(gold);
        Candidate flexible = someone(gold);
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(named.agent().user()), 0));
        Waiting chat = waiting(other, Medium.CHAT, Duration.ofMinutes(1));
        assertThat(consider(chat, calls, List.of(named, flexible)).order()).containsExactly(flexible);
        Candidate alsoNamed = someone(gold);
        Queue more = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(named.agent().user(), alsoNamed.agent().user()), 0));
        List<Candidate> here = List.of(named, alsoNamed, idleLess(flexible));
        assertThat(consider(chat, more, here).order().getFirst().agent()).isEqualTo(flexible.agent());
        assertThat(consider(chat, more, here).order()).hasSize(3);
    }

    @Test
    void whatWaitedLongEnoughIsLentAPerson() {
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 5));
        List<Candidate> here = List.of(someone(gold));
        assertThat(consider(waiting(other, Medium.CHAT, Duration.ofSeconds(299)), calls, here).order()).isEmpty();
        assertThat(consider(waiting(other, Medium.CHAT, Duration.ofMinutes(5)), calls, here).order()).hasSize(1);
    }

    @Test
    void whoeverRefusedItIsAskedAgainWhenTheOthersStayFree() {
        Candidate named = someone(gold);
        Candidate flexible = someone(gold);
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(named.agent().user()), 0));
        Waiting chat = waiting(other, Medium.CHAT, Duration.ofMinutes(3));
        List<Candidate> here = List.of(named, flexible);
        Answers refused = new Answers(List.of(new Asking.Refusal(flexible.agent().user(), NOW.minus(Duration.ofMinutes(2)))), true);
        assertThat(Consideration.of(chat, here, Reserves.of(List.of(calls), here, (_, _) -> true), _ -> true, refused, NOW).order()).containsExactly(flexible);
    }

    @Test
    void nobodyIsKeptForWhatCannotComeNow() {
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 0));
        List<Candidate> here = List.of(someone(gold));
        assertThat(Consideration.of(waiting(other, Medium.CHAT, Duration.ZERO), here, Reserves.of(List.of(calls), here, (_, _) -> false), _ -> true, Answers.NONE, NOW)
                .order()).hasSize(1);
    }

    @Test
    void whoeverIsKeptForTwoMayBeAskedForBoth() {
        Queue chats = aQueue(Map.of(gold, 1), new Reserve(1, "chat", Set.of(), 0));
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 0));
        List<Candidate> here = List.of(with(with(someone(gold), Medium.CHAT), Medium.CHAT));
        Reserves reserves = Reserves.of(List.of(chats, calls), here, (_, _) -> true);
        assertThat(Consideration.of(waiting(calls, Medium.CHAT, Duration.ZERO), here, reserves, _ -> true, Answers.NONE, NOW).order()).hasSize(1);
        assertThat(Consideration.of(waiting(other, Medium.CHAT, Duration.ZERO), here, reserves, _ -> true, Answers.NONE, NOW).order()).isEmpty();
    }

    @Test
    void workGivenToHimAndWorkThatIsHisByNameAreHis() {
        Agent plain = Rules.anAgent(Map.of(gold, 3));
        Queue calls = aQueue(Map.of(gold, 1), new Reserve(1, "call", Set.of(), 0));
        Agent given = new Agent(plain.user(), plain.brands(), plain.partner(), plain.skills(), plain.site(),
                Optional.of(new OtherWork(Set.of(other.id()), false)), Set.of());
        Waiting chat = waiting(other, Medium.CHAT, Duration.ZERO);
        assertThat(consider(chat, calls, List.of(candidate(given))).order()).hasSize(1);
        Waiting his = new Waiting(chat.contact(), other, Medium.CHAT, "chat", NOW, chat.priority(), Optional.empty(), Optional.of(plain.user()), 0);
        assertThat(consider(his, calls, List.of(candidate(plain))).order()).hasSize(1);
    }

    /** However much other work comes: never fewer stay free than the queue keeps, and nobody is held back for more than that. */
    @Test
    void otherWorkNeverTakesTheLastOnes() {
        Law.holds(any -> {
            Medium medium = any.of(Medium.values());
            Queue keeping = aQueue(Map.of(gold, 1), new Reserve(any.number(1, 4), medium.key(), Set.of(), 0));
            List<Candidate> here = any.list(8, () -> somebody(any));
            int keeps = Math.min(keeping.search().reserve().free(), free(keeping, here));
            for (int i = 0; i < 30; i++) {
                Waiting wanted = waiting(other, any.of(Medium.values()), Duration.ofMinutes(1));
                Consideration looked = consider(wanted, keeping, here);
                if (looked.order().isEmpty()) {
                    looked.everyone().getOrDefault(Standing.RESERVED, List.of())
                            .forEach(_ -> assertThat(free(keeping, here)).isLessThanOrEqualTo(keeping.search().reserve().free()));
                    continue;
                }
                Candidate asked = looked.order().getFirst();
                here.set(here.indexOf(asked), with(asked, wanted.medium()));
                assertThat(free(keeping, here)).isGreaterThanOrEqualTo(keeps);
            }
        });
    }

    /** What a person is offered when he looks for work and whom a contact finds when it looks for a person agree. */
    @Test
    void bothWaysOfLookingAgree() {
        Law.holds(any -> {
            Queue keeping = aQueue(Map.of(gold, 1), new Reserve(any.number(1, 3), any.of("call", "chat", "mail"), Set.of(), any.number(0, 3)));
            List<Candidate> here = any.list(5, () -> somebody(any));
            Waiting wanted = waiting(any.of(other, keeping), any.of(Medium.values()), Duration.ofMinutes(any.number(0, 4)));
            Reserves reserves = Reserves.of(List.of(keeping), here, (_, _) -> true);
            List<Agent> asked = consider(wanted, keeping, here).order().stream().map(Candidate::agent).toList();
            for (Candidate each : here) {
                boolean may = wanted.isFor(each.agent()) && each.available() && each.mayBeAskedFor(wanted.medium()) && reserves.lent(each, NOW).allows(wanted);
                assertThat(asked.contains(each.agent())).isEqualTo(may);
            }
        });
    }

    private static int free(Queue queue, List<Candidate> here) {
        return Reserves.of(List.of(queue), here, (_, _) -> true).freeFor(queue.id());
    }

    private Candidate somebody(Any any) {
        Agent agent = Rules.anAgent(any.of(Map.of(), Map.of(gold, 2)));
        Hands hands = hands(any.number(0, 1), 0, any.number(0, 2));
        return new Candidate(agent, hands.calls() == 0 ? hands(0, any.number(0, 3), hands.mails()) : hands, NOW, Optional.empty(), any.number(0, 9) > 1);
    }

    private static Candidate someone(SkillId skill) {
        return candidate(Rules.anAgent(Map.of(skill, 3)));
    }

    private static Candidate candidate(Agent agent) {
        return new Candidate(agent, hands(0, 0, 0), NOW.minusSeconds(60), Optional.empty());
    }

    private static Candidate idleLess(Candidate candidate) {
        return new Candidate(candidate.agent(), candidate.hands(), NOW, Optional.empty());
    }

    private static Candidate with(Candidate candidate, Medium medium) {
        return new Candidate(candidate.agent(), candidate.hands().and(medium), NOW, Optional.empty());
    }

    private static List<UserId> users(Candidate... all) {
        return List.of(all).stream().map(candidate -> candidate.agent().user()).toList();
    }

    private static Consideration consider(Waiting wanted, Queue keeping, List<Candidate> here) {
        return Consideration.of(wanted, here, Reserves.of(List.of(keeping), here, (_, _) -> true), _ -> true, Answers.NONE, NOW);
    }

    private static Queue aQueue(Map<SkillId, Integer> skills, Reserve reserve) {
        return new Queue(QueueId.next(), BRAND, "Queue", Optional.empty(), 50, 10, "push", 30, 60, new HashMap<>(skills), false, false, Search.PLAIN.with(reserve));
    }
}
