package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.routing.AllHands;
import nl.hartslag.routing.AllHands.Call;
import nl.hartslag.routing.AllHands.Coach;
import nl.hartslag.routing.AllHands.Hand;
import nl.hartslag.routing.AllHands.NewCall;
import nl.hartslag.routing.Notices;
import nl.hartslag.routing.Notices.Notice;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.NewOtherWork;
import nl.hartslag.shared.AllHandsId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A peak: a director helps along in a simple queue, coached by somebody who works there. */
@HartslagTest
@Import(RoutingWorld.class)
class AllHandsTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    AllHands allHands;

    @Autowired
    AllHandsEnd atItsMoment;

    @Autowired
    Notices notices;

    @Autowired
    Supervision floor;

    @Autowired
    MovableClock clock;

    private BrandId brand;
    private QueueId simple;
    private Access leader;
    private Access anna;
    private Access director;

    @BeforeEach
    void aQueueWithOnePersonAndADirector() {
        world.rounds.stop();
        clock.stopAt(Instant.parse("2026-12-04T10:00:00Z"));
        brand = world.aBrand();
        simple = world.aQueue(brand, "push", Optional.empty(), Map.of());
        leader = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        anna = world.anAgent(brand, Map.of());
        director = world.someone(brand, Role.HELPING_HAND, Optional.empty());
        world.connections.streamOpened(director.user());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void whoeverHelpsAtPeaksOnlyIsAskedForNothingInBetween() {
        world.available(director);
        world.aMail(brand);
        assertThat(world.offerTo(director)).isEmpty();
    }

    @Test
    void oneStepAndTheWorkComes() {
        world.available(anna);
        world.routing.setPresence(anna, PresenceState.BUSY);
        AllHandsId id = call();
        join(id, Optional.empty());
        ContactId mail = world.aMail(brand);
        assertThat(world.accept(director)).isEqualTo(mail);
        Hand hand = only(leader).hands().getFirst();
        assertThat(hand.coach()).isEqualTo(anna.user());
        assertThat(hand.work()).singleElement().satisfies(held -> assertThat(held.subject()).isEqualTo("Waar is mijn pakje?"));
        assertThat(only(anna).hands().getFirst().work()).as("her coach looks along").hasSize(1);
        assertThat(only(world.anAgent(brand, Map.of())).hands().getFirst().work()).as("nobody else does").isEmpty();
    }

    @Test
    void everyoneGoesBackWhenItIsOverAndKeepsWhatIsInHand() {
        AllHandsId id = call();
        join(id, Optional.empty());
        ContactId mail = world.aMail(brand);
        world.accept(director);
        Instant until = clock.instant().plus(Duration.ofHours(2));
        atItsMoment.fire(new DueTimer(AllHandsEnd.TIMER, id.toString(), until.minusSeconds(1), Map.of()));
        assertThat(allHands.calls(leader)).as("an older timer does not end it").hasSize(1);
        clock.stopAt(until);
        atItsMoment.fire(new DueTimer(AllHandsEnd.TIMER, id.toString(), until, Map.of()));
        assertThat(allHands.calls(leader)).isEmpty();
        assertThat(world.routing.presence(director.user()).state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(world.contacts.contactOf(mail).assignedTo()).isEqualTo(director.user());
        allHands.end(leader, id);
    }

    @Test
    void whoLeavesIsOffAndMayComeBack() {
        AllHandsId id = call();
        join(id, Optional.empty());
        allHands.leave(director, id);
        allHands.leave(director, id);
        assertThat(only(director).joined()).isFalse();
        assertThat(world.routing.presence(director.user()).state()).isEqualTo(PresenceState.OFFLINE);
        join(id, Optional.empty());
        assertThat(only(director).joined()).isTrue();
        assertThat(only(director).hands()).hasSize(1);
    }

    @Test
    void whoeverIsGivenOtherWorkHelpsNoMore() {
        AllHandsId id = call();
        join(id, Optional.empty());
        QueueId other = world.aQueue(brand, "push", Optional.empty(), Map.of());
        floor.giveOtherWork(leader, director.user(), new NewOtherWork(Set.of(other), true, clock.instant().plus(Duration.ofHours(1)), ""));
        assertThat(only(leader).hands()).isEmpty();
        floor.endOtherWork(leader, director.user());
        world.aMail(brand);
        assertThat(world.offerTo(director)).isEmpty();
    }

    @Test
    void whoeverIsGivenTheOwnWorkBackIsOff() {
        AllHandsId id = call();
        join(id, Optional.empty());
        floor.endOtherWork(leader, director.user());
        assertThat(only(leader).hands()).isEmpty();
        assertThat(world.routing.presence(director.user()).state()).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void whoHelpsIsNotToldAnyMoreThatSomebodyLoggedHimOff() {
        AllHandsId id = call();
        world.available(director);
        floor.logOff(leader, director.user(), "Je was al weg");
        join(id, Optional.empty());
        assertThat(floor.loggedOff(director)).isEmpty();
    }

    @Test
    void whoHelpsAtPeaksForOneBrandWorksOnForAnother() {
        BrandId own = world.aBrand();
        world.aQueue(own, "push", Optional.empty(), Map.of());
        Access bert = world.available(world.agentAndHelper(own, brand));
        world.aMail(brand);
        assertThat(world.offerTo(bert)).isEmpty();
        ContactId mail = world.aMail(own);
        assertThat(world.accept(bert)).isEqualTo(mail);
        AllHandsId id = call();
        allHands.join(bert, id, Optional.empty());
        Access leaderHere = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        assertThat(only(leaderHere).hands().getFirst().work()).as("work of a brand that the reader does not see").isEmpty();
    }

    @Test
    void nobodyOfOursIsCalledToTheQueueOfAPartner() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        QueueId theirs = world.aQueue(brand, "push", Optional.of(partner), Map.of());
        AllHandsId id = allHands.call(leader, new NewCall(theirs, "Druk", clock.instant().plus(Duration.ofHours(1))));
        assertThat(only(director).mayJoin()).isFalse();
        assertThatThrownBy(() -> allHands.join(director, id, Optional.empty())).hasMessage("routing/all-hands/not-found");
    }

    @Test
    void whoCoachesTheFewestCoachesNext() {
        Access bert = world.available(world.anAgent(brand, Map.of()));
        world.available(anna);
        AllHandsId id = call();
        join(id, Optional.of(anna.user()));
        assertThat(allHands.coaches(director, id)).extracting(Coach::user).containsExactly(bert.user(), anna.user());
        Access second = world.someone(brand, Role.HELPING_HAND, Optional.empty());
        allHands.join(second, id, Optional.empty());
        assertThat(only(leader).hands()).extracting(Hand::coach).containsExactly(anna.user(), bert.user());
        join(id, Optional.of(bert.user()));
        assertThat(only(leader).hands().getFirst().coach()).as("another coach").isEqualTo(bert.user());
        assertThatThrownBy(() -> allHands.join(second, id, Optional.of(UserId.next())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("coach", "not-there"));
    }

    @Test
    void theCoachIsAskedAboutAConversation() {
        world.available(anna);
        world.routing.setPresence(anna, PresenceState.BUSY);
        AllHandsId id = call();
        assertThatThrownBy(() -> notices.askCoach(director, "Mag dit?", null)).hasMessage("routing/no-coach");
        join(id, Optional.empty());
        var conversation = world.contacts.contactOf(world.aMail(brand)).conversation();
        notices.askCoach(director, "Mag ik dit terugbetalen?", conversation);
        assertThat(notices.unread(anna)).singleElement().satisfies(notice -> {
            assertThat(notice.words()).isEqualTo("Mag ik dit terugbetalen?");
            assertThat(notice.conversation()).isEqualTo(conversation);
            assertThat(notice.kind()).isEqualTo("coach");
        });
    }

    @Test
    void aQueueHasOneCallAtATime() {
        AllHandsId id = call();
        assertThatThrownBy(this::call).hasMessage("routing/all-hands-on");
        allHands.end(leader, id);
        call();
    }

    @Test
    void onlyWhoMayCallsAndHelps() {
        assertThatThrownBy(() -> allHands.call(anna, aCall())).hasMessage("access/denied");
        AllHandsId id = call();
        assertThatThrownBy(() -> allHands.join(anna, id, Optional.empty())).hasMessage("access/denied");
        assertThatThrownBy(() -> allHands.end(director, id)).hasMessage("access/denied");
        Access elsewhere = world.someone(world.aBrand(), Role.HELPING_HAND, Optional.empty());
        assertThatThrownBy(() -> allHands.join(elsewhere, id, Optional.empty())).hasMessage("routing/all-hands/not-found");
        assertThat(allHands.calls(elsewhere)).isEmpty();
        assertThat(only(anna).mayJoin()).isFalse();
        assertThat(only(director).mayJoin()).isTrue();
    }

    @Test
    void everyoneOfAQueueReadsWhatIsSaidAndTheSenderSeesWhoDid() {
        world.available(anna);
        Access off = world.anAgent(brand, Map.of());
        var id = notices.send(leader, new Notices.NewNotice("Track & trace ligt eruit", null, simple, null));
        assertThat(notices.unread(anna)).extracting(Notice::words).containsExactly("Track & trace ligt eruit");
        assertThat(notices.unread(off)).isEmpty();
        assertThat(notices.sent(leader)).singleElement().satisfies(sent -> {
            assertThat(sent.readers()).isOne();
            assertThat(sent.unread()).containsExactly("Agent");
        });
        notices.read(anna, id);
        notices.read(anna, id);
        assertThat(notices.unread(anna)).isEmpty();
        assertThat(notices.sent(leader).getFirst().unread()).isEmpty();
    }

    @Test
    void refusesToSpeakToNobodyAndToPeopleOfOthers() {
        QueueId empty = world.aQueue(brand, "push", Optional.empty(), Map.of(world.aSkill(), 5));
        assertThatThrownBy(() -> notices.send(leader, new Notices.NewNotice("Hallo", null, empty, null))).hasMessage("routing/notice-to-nobody");
        Access elsewhere = world.someone(world.aBrand(), Role.SUPERVISOR, Optional.empty());
        assertThatThrownBy(() -> notices.send(elsewhere, new Notices.NewNotice("Hallo", null, null, anna.user()))).hasMessage("routing/person/not-found");
        assertThatThrownBy(() -> notices.send(leader, new Notices.NewNotice("Hallo", null, empty, anna.user())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsKey("to"));
        assertThatThrownBy(() -> notices.send(anna, new Notices.NewNotice("Hallo", null, null, leader.user()))).hasMessage("access/denied");
    }

    private AllHandsId call() {
        return allHands.call(leader, aCall());
    }

    private NewCall aCall() {
        return new NewCall(simple, "Het is druk door Sinterklaas", clock.instant().plus(Duration.ofHours(2)));
    }

    private void join(AllHandsId id, Optional<UserId> coach) {
        allHands.join(director, id, coach);
        world.rounds.catchUp();
    }

    private Call only(Access reader) {
        return allHands.calls(reader).getFirst();
    }
}
