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
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.OtherWork;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.NewOtherWork;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Other queues for an hour, given on Live. */
@HartslagTest
@Import(RoutingWorld.class)
class OtherWorkTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    Supervision floor;

    @Autowired
    OtherWorkEnds ends;

    @Autowired
    MovableClock clock;

    private BrandId brand;
    private QueueId usual;
    private QueueId french;
    private Access anna;
    private Access leader;

    @BeforeEach
    void aQueueThatNeedsASkillSheHasNot() {
        world.rounds.stop();
        clock.stopAt(Instant.parse("2026-11-24T10:00:00Z"));
        brand = world.aBrand();
        SkillId skill = world.aSkill();
        french = world.aQueue(brand, "push", Optional.empty(), Map.of(skill, 3));
        usual = world.aQueue(brand, "push", Optional.empty(), Map.of());
        anna = world.available(world.anAgent(brand, Map.of()));
        leader = world.someone(brand, Role.SUPERVISOR, Optional.empty());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void onlyTheseUntilItEnds() {
        give(true, Set.of(french));
        ContactId hers = frenchMail();
        assertThat(world.offerTo(anna).orElseThrow().contact()).isEqualTo(hers);
        world.accept(anna);
        ContactId own = world.aMail(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        over();
        assertThat(world.offerTo(anna).orElseThrow().contact()).isEqualTo(own);
        assertThat(otherWork()).isEmpty();
        assertThat(world.contacts.contactOf(hers).assignedTo()).as("what she has in hand stays hers").isEqualTo(anna.user());
    }

    @Test
    void besidesHerOwn() {
        give(false, Set.of(french));
        ContactId own = world.aMail(brand);
        assertThat(world.accept(anna)).isEqualTo(own);
        ContactId other = frenchMail();
        assertThat(world.accept(anna)).isEqualTo(other);
    }

    @Test
    void whatSheIsBeingAskedForGoesToOthersWhenItIsNotHersAnyMore() {
        ContactId asked = world.aMail(brand);
        assertThat(world.offerTo(anna)).isPresent();
        give(true, Set.of(french));
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.waits(asked)).isTrue();
    }

    @Test
    void sheReadsItAndSoDoWhoWatch() {
        give(true, Set.of(french));
        var told = otherWork().orElseThrow();
        assertThat(told.by()).isEqualTo("Leader");
        assertThat(told.why()).isEqualTo("Het is daar druk");
        assertThat(told.queues()).extracting(NamedQueue::id).containsExactly(french);
        assertThat(floor.agents(leader, null, 200).items()).filteredOn(each -> each.presence().user().equals(anna.user()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.presence().otherWork()).isEqualTo(told);
                    assertThat(each.queues()).containsExactly(french);
                });
    }

    @Test
    void sheIsGivenHerOwnWorkBack() {
        give(true, Set.of(french));
        floor.endOtherWork(leader, anna.user());
        floor.endOtherWork(leader, anna.user());
        ContactId own = world.aMail(brand);
        assertThat(world.offerTo(anna).orElseThrow().contact()).isEqualTo(own);
    }

    @Test
    void anOldTimerDoesNotEndWhatWasGivenAnew() {
        give(true, Set.of(french));
        Instant first = clock.instant().plus(Duration.ofHours(1));
        floor.giveOtherWork(leader, anna.user(), new NewOtherWork(Set.of(french), true, first.plus(Duration.ofHours(1)), ""));
        ends.fire(new DueTimer(OtherWorkEnds.TIMER, "first", first, Map.of("user", anna.user().toString())));
        assertThat(otherWork()).isPresent();
    }

    @Test
    void refusesWhatCannotBe() {
        refused("until", "past", new NewOtherWork(Set.of(french), true, clock.instant(), ""));
        refused("until", "too-far", new NewOtherWork(Set.of(french), true, clock.instant().plus(Duration.ofHours(25)), ""));
        refused("queues", "unknown", new NewOtherWork(Set.of(QueueId.next()), true, inAnHour(), ""));
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        refused("queues", "not-for-person", new NewOtherWork(Set.of(world.aQueue(brand, "push", Optional.of(partner), Map.of())), true, inAnHour(), ""));
        anna = world.anAgent(brand, Map.of(), Optional.of(partner));
        refused("queues", "not-for-person", new NewOtherWork(Set.of(usual), true, inAnHour(), ""));
    }

    @Test
    void onlyForWhoseWorkOneMayDirect() {
        var work = new NewOtherWork(Set.of(french), true, inAnHour(), "");
        Access colleague = world.anAgent(brand, Map.of());
        assertThatThrownBy(() -> floor.giveOtherWork(colleague, anna.user(), work)).hasMessage("access/denied");
        Access elsewhere = world.someone(world.aBrand(), Role.SUPERVISOR, Optional.empty());
        assertThatThrownBy(() -> floor.giveOtherWork(elsewhere, anna.user(), work)).hasMessage("routing/person/not-found");
        assertThat(otherWork()).isEmpty();
    }

    private void refused(String field, String why, NewOtherWork work) {
        assertThatThrownBy(() -> floor.giveOtherWork(leader, anna.user(), work))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry(field, why));
    }

    private void give(boolean only, Set<QueueId> queues) {
        floor.giveOtherWork(leader, anna.user(), new NewOtherWork(queues, only, inAnHour(), "Het is daar druk"));
        world.rounds.catchUp();
    }

    private void over() {
        Instant due = inAnHour();
        clock.stopAt(due);
        ends.fire(new DueTimer(OtherWorkEnds.TIMER, "due", due, Map.of("user", anna.user().toString())));
        world.rounds.catchUp();
    }

    private Optional<OtherWork> otherWork() {
        return Optional.ofNullable(world.routing.presence(anna.user()).otherWork());
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private ContactId frenchMail() {
        ContactId contact = world.written(brand, "mail");
        world.contacts.transfer(leader, contact, Handed.to(french, null, ""));
        world.rounds.catchUp();
        return contact;
    }
}
