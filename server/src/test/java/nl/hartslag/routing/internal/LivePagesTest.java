package nl.hartslag.routing.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.AgentNow;
import nl.hartslag.routing.Supervision.Overflowed;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** However many there are, who is there and what waits too long are read a page at a time. */
@HartslagTest
@Import(RoutingWorld.class)
class LivePagesTest {
    @Autowired RoutingWorld world;
    @Autowired Supervision live;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access leader;

    @BeforeEach
    void aBrandOfItsOwn() {
        world.rounds.stop();
        brand = world.aBrand();
        world.aQueue(brand, "push", Optional.empty(), Map.of());
        leader = world.someone(brand, Role.SUPERVISOR, Optional.empty());
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void everyoneStandsOnOnePageAlsoWhenTheLastOfAPageLeaves() {
        List<Access> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) people.add(world.available(world.anAgent(brand, Map.of())));
        Page<AgentNow> first = live.agents(leader, null, 2);
        UserId last = first.items().getLast().presence().user();
        people.stream().filter(one -> one.user().equals(last)).forEach(one -> world.routing.setPresence(one, PresenceState.OFFLINE));
        Page<AgentNow> second = live.agents(leader, first.next(), 2);
        Page<AgentNow> third = live.agents(leader, second.next(), 2);
        List<UserId> seen = new ArrayList<>();
        for (Page<AgentNow> page : List.of(first, second, third)) page.items().forEach(one -> seen.add(one.presence().user()));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(people.stream().map(Access::user).toList());
        assertThat(third.next()).isNull();
        refusesAnothersCursor(() -> live.agents(leader, "elsewhere", 2));
    }

    @Test
    void whatWaitsTooLongGoesOnWhereThePageEndedAlsoWhenItsLastIsInHand() {
        List<ContactId> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(world.aMail(brand));
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofHours(2));
        eventually(() -> live.overflow(leader, null, 200).items().size() == 5);
        Page<Overflowed> first = live.overflow(leader, null, 2);
        Access anna = world.anAgent(brand, Map.of());
        assertThat(world.contacts.assign(first.items().getLast().contact(), anna.user())).isTrue();
        eventually(() -> live.overflow(leader, null, 200).items().size() == 4);
        Page<Overflowed> second = live.overflow(leader, first.next(), 2);
        Page<Overflowed> third = live.overflow(leader, second.next(), 2);
        List<ContactId> seen = new ArrayList<>();
        for (Page<Overflowed> page : List.of(first, second, third)) page.items().forEach(one -> seen.add(one.contact()));
        assertThat(seen).containsExactlyElementsOf(waiting);
        assertThat(third.next()).isNull();
        refusesAnothersCursor(() -> live.overflow(leader, "elsewhere", 2));
    }

    private static void refusesAnothersCursor(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("cursor", "invalid"));
    }
}
