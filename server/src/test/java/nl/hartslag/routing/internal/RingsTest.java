package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.How;
import nl.hartslag.routing.Explanations.StepKind;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(RoutingWorld.class)
class RingsTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    Widening widening;

    @Autowired
    QueueSettings settings;

    @Autowired
    Explanations explanations;

    private BrandId brand;
    private SkillId french;

    @BeforeEach
    void makeABrand() {
        world.rounds.stop();
        brand = world.aBrand();
        french = world.aSkill();
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void whatWaitsLongEnoughIsOfferedToWhoHasALowerLevel() {
        aQueue(Map.of(french, 3), new Search(Map.of(), 0, List.of(new Ring(5, Map.of(french, 1), Set.of(), false))));
        Access helper = world.available(world.anAgent(brand, Map.of(french, 1)));
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(helper)).isEmpty();
        assertThat(explanations.of(leader, chat).now()).satisfies(now -> {
            assertThat(now.people()).singleElement().satisfies(group -> assertThat(group.how()).isEqualTo(How.LATER));
            assertThat(now.nextRingAt()).isEqualTo(now.waitingSince().plus(Duration.ofMinutes(5)));
        });
        waits(chat, 5, 1);
        assertThat(world.offerTo(helper)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
        assertThat(explanations.of(leader, chat).steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.WIDENED);
            assertThat(step.ring()).isEqualTo(1);
        });
    }

    @Test
    void whoComesInLaterFindsWhatIsWideEnoughAndTakesItAsTheNext() {
        QueueId queue = aQueue(Map.of(french, 3), new Search(Map.of(), 0, List.of(new Ring(5, Map.of(), Set.of(), false))));
        ContactId old = world.aMail(brand);
        waits(old, 6, 1);
        ContactId fresh = world.aMail(brand);
        Access helper = world.available(world.anAgent(brand, Map.of()));
        assertThat(world.offerTo(helper)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(old));
        world.accept(helper);
        assertThat(world.routing.takeNext(helper, Optional.of(queue))).isEmpty();
        assertThat(world.waits(fresh)).isTrue();
    }

    @Test
    void whatAPartnerHelpsWithIsWithinItsSightFromThenOnAndOnlyThen() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        aQueue(Map.of(), new Search(Map.of(), 0, List.of(new Ring(5, Map.of(), Set.of(partner), false))));
        Access theirs = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        ContactId chat = world.aChat(brand);
        assertThatThrownBy(() -> world.contacts.contact(theirs, chat)).hasMessageContaining("not-found");
        waits(chat, 5, 1);
        world.accept(theirs);
        assertThat(world.contacts.contact(theirs, chat).partner()).hasValue(partner);
        world.contacts.release(chat, theirs.user(), "connection-lost");
        assertThat(world.contacts.contactOf(chat).partner()).isEmpty();
    }

    @Test
    void aTimerOfAnEarlierWaitDoesNotWidenThisOne() {
        aQueue(Map.of(), new Search(Map.of(), 0, List.of(new Ring(5, Map.of(), Set.of(), false))));
        Access anna = world.available(world.anAgent(brand, Map.of()));
        ContactId mail = world.aMail(brand);
        var before = timer(mail, 1);
        world.accept(anna);
        clock.advance(Duration.ofMinutes(6));
        world.contacts.release(mail, anna.user(), "connection-lost");
        widening.fire(before);
        assertThat(ringOf(mail)).isZero();
        widening.fire(timer(mail, 1));
        assertThat(ringOf(mail)).isEqualTo(1);
    }

    @Test
    void newRingsHoldForWhatAlreadyWaits() {
        QueueId queue = aQueue(Map.of(french, 3), new Search(Map.of(), 0, List.of(new Ring(5, Map.of(), Set.of(), false))));
        ContactId mail = world.aMail(brand);
        waits(mail, 5, 1);
        settings.change(Accesses.administrator(brand), queue, draft(Map.of(french, 3), new Search(
                Map.of(), 0, List.of(new Ring(60, Map.of(), Set.of(), false)))));
        assertThat(ringOf(mail)).isZero();
    }

    @Test
    void ringsComeOneAfterAnother() {
        assertThatThrownBy(() -> aQueue(Map.of(), new Search(Map.of(), 0, List.of(
                        new Ring(10, Map.of(), Set.of(), false), new Ring(5, Map.of(), Set.of(), false)))))
                .hasMessage("request/invalid");
    }

    @Test
    void whoHandledTheCaseLastIsAskedFirstForAWhile() {
        aQueue(Map.of(), new Search(Map.of(), 10, List.of()));
        Access knows = world.available(world.anAgent(brand, Map.of()));
        ContactId first = world.aChat(brand);
        world.accept(knows);
        world.wrapUp(knows, first);
        Access idle = world.available(world.anAgent(brand, Map.of()));
        ContactId again = world.writtenAgain(first);
        assertThat(world.offerTo(knows)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(again));
        world.decline(knows);
        assertThat(world.offerTo(idle)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(again));
    }

    private void waits(ContactId contact, int minutes, int ring) {
        clock.advance(Duration.ofMinutes(minutes));
        world.connections.alive();
        widening.fire(timer(contact, ring));
        world.rounds.catchUp();
    }

    private TimerHandler.DueTimer timer(ContactId contact, int ring) {
        var since = world.db.fetchValue(WAITING.SINCE, WAITING.CONTACT_ID.eq(contact.value()));
        return new TimerHandler.DueTimer(Widening.TIMER, contact + "/" + ring, clock.instant(), Map.of("ring", ring, "since", since.toString()));
    }

    private int ringOf(ContactId contact) {
        return world.db.fetchValue(WAITING.RING, WAITING.CONTACT_ID.eq(contact.value()));
    }

    private QueueId aQueue(Map<SkillId, Integer> skills, Search search) {
        QueueId queue = world.routing.createQueue(draft(skills, search));
        world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    private NewQueue draft(Map<SkillId, Integer> skills, Search search) {
        return new NewQueue(brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, 10, "push", 30, 60, skills, true, false, search);
    }
}
