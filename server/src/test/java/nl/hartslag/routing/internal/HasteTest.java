package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.Pressing;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What has haste, or is promised soon, comes before what only waited longer. */
@HartslagTest
@Import(RoutingWorld.class)
class HasteTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    GivenPromises promises;

    @Autowired
    Explanations explanations;

    @Autowired
    QueueSettings settings;

    private BrandId brand;
    private QueueId queue;
    private Access leader;
    private Access anna;

    @BeforeEach
    void aQueueWherePeopleTake() {
        world.rounds.stop();
        clock.stopAt(clock.instant());
        brand = world.aBrand();
        queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        anna = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void whatIsUrgentIsTakenFirstAlsoFromBehindManyOthers() {
        List<ContactId> mails = mails(8);
        world.contacts.prioritise(leader, mails.get(7), Priority.URGENT);
        world.contacts.prioritise(leader, mails.get(0), Priority.LOW);
        assertThat(taken()).containsExactly(
                mails.get(7), mails.get(1), mails.get(2), mails.get(3), mails.get(4), mails.get(5), mails.get(6), mails.get(0));
    }

    @Test
    void whatLostItsHasteStandsWhereItStood() {
        List<ContactId> mails = mails(2);
        world.contacts.prioritise(leader, mails.get(1), Priority.HIGH);
        world.contacts.prioritise(leader, mails.get(1), Priority.NORMAL);
        assertThat(taken()).isEqualTo(mails);
    }

    @Test
    void whatIsPromisedSoonIsTakenFirstAlsoFromBehindManyOthers() {
        List<ContactId> mails = mails(8);
        promise(mails.get(6), Duration.ofMinutes(10));
        assertThat(world.routing.takeNext(anna, Optional.empty())).contains(mails.get(6));
    }

    @Test
    void whatCanStillBeKeptIsSeenBehindManyThatAreLate() {
        List<ContactId> mails = mails(7);
        mails.subList(4, 7).forEach(mail -> promise(mail, Duration.ofMinutes(1)));
        promise(mails.get(3), Duration.ofMinutes(15).plusSeconds(30));
        clock.advance(Duration.ofMinutes(15));
        assertThat(world.routing.takeNext(anna, Optional.empty())).contains(mails.get(3));
    }

    @Test
    void aPromiseFromBeforeCountsUntilItIsSettled() {
        ContactId before = world.aMail(brand);
        var promised = promise(before, Duration.ofMinutes(31));
        world.contacts.take(leader, before);
        world.contacts.wrapUp(leader, before, new WrapUp(CaseState.WAITING_FOR_CUSTOMER, new Registration(world.aReason(brand), null, Result.ANSWERED), 1, clock.instant().plus(Duration.ofDays(1))));
        clock.advance(Duration.ofMinutes(1));
        ContactId again = world.writtenAgain(before);
        assertThat(again).isNotEqualTo(before);
        assertThat(pressing(again).promise()).isEqualTo(15);
        promises.settle(leader, promised, GivenPromises.Outcome.KEPT, null);
        assertThat(pressing(again).promise()).isZero();
    }

    @Test
    void hasteStaysWhenItGoesBackToTheQueue() {
        List<ContactId> mails = mails(3);
        world.contacts.prioritise(leader, mails.get(2), Priority.HIGH);
        world.contacts.take(anna, mails.get(2));
        world.contacts.transfer(anna, mails.get(2), Handed.to(queue, null, ""));
        assertThat(world.routing.takeNext(anna, Optional.empty())).contains(mails.get(2));
    }

    @Test
    void theOrderFollowsAChangedAgeing() {
        ContactId first = world.aMail(brand);
        clock.advance(Duration.ofMinutes(25));
        ContactId high = world.aMail(brand);
        world.contacts.prioritise(leader, high, Priority.HIGH);
        // twenty points were two turns of ten minutes, and are two of an hour
        change(60);
        assertThat(taken()).containsExactly(high, first);
    }

    @Test
    void saysWhatAddsUp() {
        ContactId mail = world.aMail(brand);
        world.contacts.prioritise(leader, mail, Priority.HIGH);
        promise(mail, Duration.ofMinutes(45));
        clock.advance(Duration.ofMinutes(15));
        assertThat(pressing(mail)).isEqualTo(new Pressing(100, 50, 20, 15, 15));
    }

    private Pressing pressing(ContactId contact) {
        return explanations.of(leader, contact).now().pressing();
    }

    private List<ContactId> mails(int count) {
        return IntStream.range(0, count).mapToObj(_ -> {
            clock.advance(Duration.ofSeconds(30));
            return world.aMail(brand);
        }).toList();
    }

    /** One after the other, each finished before the next. */
    private List<ContactId> taken() {
        return Stream.generate(() -> world.routing.takeNext(anna, Optional.empty()))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .peek(contact -> world.wrapUp(anna, contact))
                .toList();
    }

    private PromiseId promise(ContactId contact, Duration in) {
        return promises.give(leader, world.contacts.contactOf(contact).conversation(),
                new NewPromise(Act.WRITE_BACK, "Vandaag nog", null, clock.instant().plus(in), null, UUID.randomUUID().toString()));
    }

    private void change(int ageingMinutes) {
        settings.change(Accesses.administrator(brand), queue,
                new NewQueue(brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, ageingMinutes, "pull", 30, 60, Map.of(), false, false, Search.PLAIN));
    }
}
