package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What is handed to one person who is not there waits for him first, and never for him alone. */
@HartslagTest
@Import(RoutingWorld.class)
class ByNameTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    List<TimerHandler> timers;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext db;

    private BrandId brand;
    private QueueId queue;
    private Access anna;
    private Access bram;
    private Access carla;

    @BeforeEach
    void threePeopleOfWhomBramIsOff() {
        world.rounds.stop();
        brand = world.aBrand();
        queue = world.aQueue(brand, "push", Optional.empty(), Map.of());
        anna = world.available(world.anAgent(brand, Map.of()));
        bram = world.anAgent(brand, Map.of());
        carla = world.available(world.anAgent(brand, Map.of()));
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void waitsForWhoeverIsOffAndIsOfferedToHimWhenHeComes() {
        ContactId mail = handedToBram("mail");
        assertThat(world.contacts.contactOf(mail).assignedTo()).isNull();
        world.rounds.make();
        assertThat(world.openOffersFor(mail)).isZero();
        assertThat(world.routing.takeNext(carla, Optional.empty())).isEmpty();
        world.available(bram);
        assertThat(world.accept(bram)).isEqualTo(mail);
    }

    @Test
    void isTakenByHimFirstWhoAsksForWork() {
        ContactId mail = handedToBram("mail");
        assertThat(world.routing.takeNext(bram, Optional.empty())).contains(mail);
    }

    @Test
    void isHisAtOnceWhenHeIsBusyOrOnABreak() {
        world.available(bram);
        world.routing.setPresence(bram, PresenceState.BREAK);
        ContactId mail = handedToBram("mail");
        assertThat(world.contacts.contactOf(mail).assignedTo()).isEqualTo(bram.user());
    }

    @Test
    void isToldToHimWhenItBecomesHisAndNotWhenHeTakesItHimself() {
        assertThat(world.routing.takeNext(bram, Optional.empty())).isEmpty();
        ContactId waits = handedToBram("mail");
        assertThat(world.routing.takeNext(bram, Optional.empty())).contains(waits);
        assertThat(toldOfGiven()).isEmpty();
        world.available(bram);
        ContactId given = handedToBram("mail");
        assertThat(toldOfGiven()).containsExactly(world.contacts.contactOf(given).conversation().toString());
    }

    /** The conversations of which Bram was told that they are his now. */
    private List<String> toldOfGiven() {
        return db.fetch("select payload ->> 'conversation' from (select kind, user_id, payload from platform.live_pending union all select kind, user_id, payload from "
                + "platform.live_log) news where kind = 'contact.given' and user_id = ? and payload ->> 'why' = 'transferred'", bram.user().value()).getValues(0, String.class);
    }

    @Test
    void aMailIsForAnyoneWhenItStandsOut() {
        ContactId mail = handedToBram("mail");
        clock.advance(Duration.ofMinutes(59));
        stillThere();
        assertThat(world.openOffersFor(mail)).isZero();
        clock.advance(Duration.ofMinutes(2));
        stillThere();
        assertThat(world.openOffersFor(mail)).isOne();
    }

    @Test
    void aCustomerWhoSitsWaitingIsKeptForHimHalfAMinute() {
        ContactId chat = handedToBram("chat");
        // the clock goes on by itself as well
        clock.advance(Duration.ofSeconds(15));
        stillThere();
        assertThat(world.openOffersFor(chat)).isZero();
        clock.advance(Duration.ofSeconds(16));
        stillThere();
        assertThat(world.openOffersFor(chat)).isOne();
    }

    @Test
    void isForAnyoneOnceHeRefuses() {
        ContactId mail = handedToBram("mail");
        world.available(bram);
        world.decline(bram);
        assertThat(world.openOffersFor(mail)).isOne();
        assertThat(world.offerTo(bram)).isEmpty();
    }

    @Test
    void isForAnyoneOnceHeMayNotDoItAnyMore() {
        ContactId mail = handedToBram("mail");
        world.leavesTheCompany(bram);
        world.rounds.make();
        world.rounds.catchUp();
        assertThat(world.openOffersFor(mail)).isOne();
    }

    @Test
    void whatComesBackIsForWhoeverHadItFirst() {
        ContactId there = comesBack();
        assertThat(world.contacts.contactOf(there).assignedTo()).isEqualTo(anna.user());
        ContactId off = comesBackWhile(PresenceState.OFFLINE);
        assertThat(world.openOffersFor(off)).isZero();
        world.routing.setPresence(anna, PresenceState.AVAILABLE);
        world.rounds.catchUp();
        assertThat(world.accept(anna)).isEqualTo(off);
    }

    private ContactId comesBackWhile(PresenceState state) {
        world.routing.setPresence(anna, state);
        return comesBack();
    }

    private ContactId comesBack() {
        ContactId contact = inAnnasHands("mail");
        var conversation = world.contacts.contactOf(contact).conversation();
        world.contacts.wrapUp(anna, contact, new WrapUp(
                CaseState.OPEN, new Registration(world.aReason(brand), null, Result.ANSWERED), 1, clock.instant().plus(Duration.ofDays(1))));
        TimerHandler returns = timers.stream().filter(each -> each.kind().equals("contacts.comes-back")).findFirst().orElseThrow();
        transactions.executeWithoutResult(_ -> returns.fire(new TimerHandler.DueTimer(
                returns.kind(), contact.toString(), clock.instant(), Map.of("conversation", conversation.toString()))));
        world.rounds.catchUp();
        return world.contacts.conversation(anna, conversation).contact().orElseThrow();
    }

    @Test
    void aQueueOfAnotherBrandIsRefused() {
        ContactId mail = inAnnasHands("mail");
        QueueId other = world.aQueue(world.aBrand(), "push", Optional.empty(), Map.of());
        assertThatThrownBy(() -> world.contacts.transfer(anna, mail, Handed.to(other, null, ""))).hasMessage("request/invalid");
        assertThat(world.contacts.contactOf(mail).assignedTo()).isEqualTo(anna.user());
    }

    @Test
    void onlyPeopleOfItsPartnerOrOurOwnAreOfferedAsReceivers() {
        ContactId mail = inAnnasHands("mail");
        Access outside = world.anAgent(brand, Map.of(), Optional.of(PartnerId.next()));
        assertThat(world.contacts.receivers(anna, mail)).extracting(People.User::id)
                .contains(bram.user(), carla.user()).doesNotContain(outside.user());
        assertThat(world.routing.states(List.of(anna.user(), bram.user())))
                .isEqualTo(Map.of(anna.user(), PresenceState.AVAILABLE, bram.user(), PresenceState.OFFLINE));
    }

    private ContactId handedToBram(String medium) {
        ContactId contact = inAnnasHands(medium);
        world.contacts.transfer(anna, contact, Handed.to(null, bram.user(), "voor jou"));
        world.rounds.catchUp();
        return contact;
    }

    private ContactId inAnnasHands(String medium) {
        ContactId contact = world.written(brand, medium);
        world.contacts.take(anna, contact);
        return contact;
    }

    /** The nodes live on while time passes. */
    private void stillThere() {
        world.connections.alive();
        world.rounds.make();
        world.rounds.catchUp();
    }
}
