package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.WaitingTimes;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Routing.PresenceState;
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

@HartslagTest
@Import(RoutingWorld.class)
class RoutingTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    PersonGone gone;

    @Autowired
    ChatsReturn chatsReturn;

    @Autowired
    Overflow overflow;

    @Autowired
    Offers offers;

    @Autowired
    WaitingTimes times;

    private BrandId brand;
    private Access anna;

    /** The test itself makes the node's rounds, so that each step is over when it goes on. */
    @BeforeEach
    void makeABrand() {
        world.rounds.stop();
        brand = world.aBrand();
        anna = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void offersAContactToWhoeverIsThere() {
        world.available(anna);
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> {
            assertThat(offer.contact()).isEqualTo(chat);
            assertThat(offer.subject()).isEqualTo("Waar is mijn pakje?");
        });
        assertThat(world.accept(anna)).isEqualTo(chat);
        assertThat(world.waits(chat)).isFalse();
        assertThat(world.contacts.contactOf(chat).assignedTo()).isEqualTo(anna.user());
    }

    @Test
    void offersToLongestIdleAgentWithSkill() {
        SkillId french = world.aSkill();
        world.aQueue(brand, "push", Optional.empty(), Map.of(french, 3));
        world.available(anna);
        Access first = world.available(world.anAgent(brand, Map.of(french, 3)));
        clock.advance(Duration.ofMinutes(1));
        Access second = world.available(world.anAgent(brand, Map.of(french, 5)));
        world.aChat(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.offerTo(second)).isEmpty();
        assertThat(world.offerTo(first)).isPresent();
    }

    @Test
    void whatComesInForAPartnerIsHisFromTheFirstMomentAndNobodyElseIsAsked() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        QueueId queue = world.aQueue(brand, "push", Optional.of(partner), Map.of());
        world.available(anna);
        ContactId contact = world.written(brand, "mail");
        assertThat(world.contacts.contactOf(contact)).satisfies(opened -> {
            assertThat(opened.partner()).hasValue(partner);
            assertThat(opened.queue()).isEqualTo(queue);
        });
        Access theirs = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.offerTo(theirs)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(contact));
    }

    @Test
    void offersWhatWaitsToWhoeverComesIn() {
        ContactId mail = world.aMail(brand);
        ContactId chat = world.aChat(brand);
        world.available(anna);
        assertThat(world.accept(anna)).isEqualTo(chat);
        assertThat(world.accept(anna)).isEqualTo(mail);
    }

    @Test
    void aChatDoesNotWaitForTheAnswerAboutAMail() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
        assertThat(world.openOffersFor(mail)).isZero();
        assertThat(world.accept(anna)).isEqualTo(chat);
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
    }

    @Test
    void asksSomeoneElseAfterADecline() {
        world.available(anna);
        ContactId chat = world.aChat(brand);
        Access bram = world.available(world.anAgent(brand, Map.of()));
        world.decline(anna);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.offerTo(bram)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
    }

    @Test
    void asksTheOnlyOneAgainAfterAMinute() {
        world.available(anna);
        world.aChat(brand);
        world.decline(anna);
        world.rounds.make();
        assertThat(world.offerTo(anna)).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        world.connections.alive();
        world.rounds.make();
        assertThat(world.offerTo(anna)).isPresent();
    }

    @Test
    void anOfferThatNobodyAnswersGoesToSomeoneElse() {
        world.available(anna);
        ContactId chat = world.aChat(brand);
        var offer = world.offerTo(anna).orElseThrow();
        Access bram = world.available(world.anAgent(brand, Map.of()));
        clock.advance(Duration.ofSeconds(31));
        world.connections.alive();
        assertThatThrownBy(() -> world.routing.accept(anna, offer.id())).hasMessage("routing/offer-gone");
        offers.expire(offer.id());
        world.rounds.catchUp();
        assertThat(world.offerTo(bram)).hasValueSatisfying(next -> assertThat(next.contact()).isEqualTo(chat));
        assertThat(world.openOffersFor(chat)).isEqualTo(1);
    }

    @Test
    void anOfferIsWithdrawnFromWhoeverGoesAway() {
        world.available(anna);
        ContactId chat = world.aChat(brand);
        world.routing.setPresence(anna, PresenceState.BREAK);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.waits(chat)).isTrue();
        world.routing.setPresence(anna, PresenceState.AVAILABLE);
        world.rounds.catchUp();
        assertThat(world.offerTo(anna)).isPresent();
    }

    @Test
    void aLostConnectionCostsTheOfferThenTheChatsAndNeverTheMails() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        world.accept(anna);
        ContactId chat = world.aChat(brand);
        world.accept(anna);
        ContactId offered = world.aChat(brand);
        world.connections.streamClosed(anna.user());
        gone.fire(timer(anna.user().toString()));
        assertThat(world.routing.presence(anna.user()).state()).isEqualTo(PresenceState.OFFLINE);
        assertThat(world.openOffersFor(offered)).isZero();
        assertThat(world.waits(chat)).isFalse();
        chatsReturn.fire(timer(anna.user().toString()));
        assertThat(world.waits(chat)).isTrue();
        assertThat(world.contacts.contactOf(mail).assignedTo()).isEqualTo(anna.user());
    }

    @Test
    void whoeverComesBackInTimeLosesNothing() {
        world.available(anna);
        ContactId chat = world.aChat(brand);
        world.connections.streamClosed(anna.user());
        world.connections.streamOpened(anna.user());
        gone.fire(timer(anna.user().toString()));
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
    }

    @Test
    void threeChatsAreEnough() {
        world.available(anna);
        for (int i = 0; i < 4; i++) world.aChat(brand);
        for (int i = 0; i < 3; i++) world.accept(anna);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThatThrownBy(() -> world.routing.takeNext(anna, Optional.of(queueOf(brand)))).hasMessage("routing/hands-full");
        assertThat(world.inHandOf(anna, "chat")).isEqualTo(3);
    }

    @Test
    void wrappingUpMakesRoomForTheNext() {
        world.available(anna);
        for (int i = 0; i < 4; i++) world.aChat(brand);
        world.accept(anna);
        world.accept(anna);
        ContactId last = world.accept(anna);
        world.wrapUp(anna, last);
        assertThat(world.offerTo(anna)).isPresent();
    }

    @Test
    void aPulledQueueIsNotOfferedButTaken() {
        QueueId queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        world.available(anna);
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.routing.takeNext(anna, Optional.of(queue))).contains(chat);
        assertThat(world.routing.takeNext(anna, Optional.of(queue))).isEmpty();
    }

    @Test
    void whatATransferBringsBackWaitsAgain() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        world.accept(anna);
        QueueId other = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        world.contacts.transfer(anna, mail, Handed.to(other, null, "voor jullie"));
        assertThat(world.inHandOf(anna, "mail")).isZero();
        assertThat(world.db.fetchValue(WAITING.QUEUE_ID, WAITING.CONTACT_ID.eq(mail.value()))).isEqualTo(other.value());
    }

    @Test
    void whatIsTransferredToAColleagueIsHis() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        world.accept(anna);
        Access bram = world.available(world.anAgent(brand, Map.of()));
        world.contacts.transfer(anna, mail, Handed.to(null, bram.user(), "voor jou"));
        assertThat(world.waits(mail)).isFalse();
        assertThat(world.inHandOf(bram, "mail")).isEqualTo(1);
        assertThat(world.inHandOf(anna, "mail")).isZero();
    }

    @Test
    void nothingIsTransferredToSomeoneWhoHandlesNoContacts() {
        world.available(anna);
        ContactId mail = world.aMail(brand);
        world.accept(anna);
        var member = world.aDepartmentMember(brand);
        assertThatThrownBy(() -> world.contacts.transfer(anna, mail, Handed.to(null, member, ""))).hasMessage("request/invalid");
        assertThat(world.contacts.contactOf(mail).assignedTo()).isEqualTo(anna.user());
    }

    @Test
    void standsOutWhenItWaitsTooLong() {
        ContactId chat = world.aChat(brand);
        overflow.fire(timer(chat.toString()));
        assertThat(world.db.fetchValue(WAITING.OVERFLOWED_AT, WAITING.CONTACT_ID.eq(chat.value()))).isNotNull();
    }

    @Test
    void tellsHowManyAreAhead() {
        world.aChat(brand);
        ContactId second = world.aChat(brand);
        assertThat(times.of(second)).hasValueSatisfying(wait -> {
            assertThat(wait.ahead()).isEqualTo(1);
            assertThat(wait.expectedSeconds()).isNull();
        });
    }

    private QueueId queueOf(BrandId of) {
        return world.routing.queues(anna).stream().filter(queue -> queue.brand().equals(of)).findFirst().orElseThrow().id();
    }

    private TimerHandler.DueTimer timer(String key) {
        return new TimerHandler.DueTimer("test", key, clock.instant(), Map.of());
    }
}
