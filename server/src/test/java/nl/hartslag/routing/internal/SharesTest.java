package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.How;
import nl.hartslag.routing.Explanations.StepKind;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.DeskCounts;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.routing.Supervision;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The work of one queue, shared over our own people and a partner. */
@HartslagTest
@Import(RoutingWorld.class)
class SharesTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    Turns turns;

    @Autowired
    NextInTurn next;

    @Autowired
    Agents agents;

    @Autowired
    QueueSettings settings;

    @Autowired
    Supervision floor;

    @Autowired
    Explanations explanations;

    @Autowired
    Desk desk;

    private BrandId brand;
    private PartnerId partner;

    @BeforeEach
    void makeABrand() {
        world.rounds.stop();
        brand = world.aBrand();
        partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void eachGetsItsShareAndLiveShowsIt() {
        QueueId queue = aQueue(sharing(ours(70), theirs(30)));
        Access us = world.available(world.anAgent(brand, Map.of()));
        Access them = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        for (int i = 0; i < 10; i++) {
            ContactId mail = world.aMail(brand);
            Access asked = world.offerTo(us).isPresent() ? us : them;
            assertThat(world.offerTo(asked)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
            world.accept(asked);
            world.wrapUp(asked, mail);
        }
        assertThat(floor.today(leader).stream().filter(one -> one.queue().equals(queue)).findFirst().orElseThrow().shares())
                .extracting(Supervision.ShareToday::percent, Supervision.ShareToday::taken)
                .containsExactly(tuple(70, 7), tuple(30, 3));
    }

    @Test
    void whatIsAPartnersTurnIsWithinItsSightUntilSomebodyElseTakesIt() {
        aQueue(sharing(theirs(99), ours(1)));
        Access them = world.anAgent(brand, Map.of(), Optional.of(partner));
        ContactId mail = world.aMail(brand);
        assertThat(world.contacts.contact(them, mail).partner()).hasValue(partner);
        Access us = world.available(world.anAgent(brand, Map.of()));
        assertThat(world.offerTo(us)).isEmpty();
        passes(mail, 1);
        world.accept(us);
        assertThat(world.contacts.contactOf(mail).partner()).isEmpty();
        assertThatThrownBy(() -> world.contacts.contact(them, mail)).hasMessageContaining("not-found");
    }

    @Test
    void whatGoesBackToTheQueueIsSomebodysTurnAnew() {
        aQueue(sharing(theirs(50), ours(50)));
        Access them = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        ContactId mail = world.aMail(brand);
        world.accept(them);
        world.routing.setPresence(them, PresenceState.OFFLINE);
        Access us = world.available(world.anAgent(brand, Map.of()));
        world.contacts.release(mail, them.user(), "connection-lost");
        world.rounds.catchUp();
        assertThat(world.contacts.contactOf(mail).partner()).isEmpty();
        assertThat(world.offerTo(us)).isPresent();
    }

    @Test
    void whoHasNobodyThereIsPassedOverAtOnce() {
        aQueue(sharing(theirs(99), ours(1)));
        Access us = world.available(world.anAgent(brand, Map.of()));
        world.aMail(brand);
        assertThat(world.offerTo(us)).isPresent();
    }

    @Test
    void whyHereTellsWhoseTurnItWasAndAPartnerDoesNotLearnOfOthers() {
        aQueue(sharing(theirs(99), ours(1)));
        Access leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        Access them = world.anAgent(brand, Map.of(), Optional.of(partner));
        world.available(them);
        Access us = world.available(world.anAgent(brand, Map.of()));
        ContactId mail = world.aMail(brand);
        assertThat(explanations.of(leader, mail).now().people())
                .anySatisfy(group -> assertThat(group.how()).isEqualTo(How.TURN));
        world.decline(them);
        passes(mail, 1);
        world.accept(us);
        assertThat(explanations.of(leader, mail).steps()).filteredOn(step -> step.kind() == StepKind.TURN).satisfiesExactly(
                step -> {
                    assertThat(step.turn().partner()).startsWith("Partner ");
                    assertThat(step.turn().percent()).isEqualTo(99);
                    assertThat(step.turn().next()).isFalse();
                },
                step -> {
                    assertThat(step.turn().partner()).isNull();
                    assertThat(step.turn().next()).isTrue();
                });
        ContactId next = world.aMail(brand);
        assertThat(explanations.of(them, next).steps()).filteredOn(step -> step.kind() == StepKind.TURN).singleElement()
                .satisfies(step -> assertThat(step.turn().got()).isZero());
    }

    @Test
    void whatIsKeptForWhoKnowsTheCaseIsItsTurnAndCountsForNobodysPart() {
        QueueId queue = world.routing.createQueue(new NewQueue(
                brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, 10, "push", 30, 60, Map.of(), false, false,
                new Search(Map.of(), 60, List.of(), sharing(theirs(1), ours(99)))));
        world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        Access them = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        ContactId first = world.aMail(brand);
        world.accept(them);
        world.wrapUp(them, first);
        world.available(world.anAgent(brand, Map.of()));
        ContactId again = world.writtenAgain(first);
        assertThat(world.contacts.contactOf(again).partner()).hasValue(partner);
        assertThat(world.offerTo(them)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(again));
    }

    @Test
    void changedSharesHoldForWhatAlreadyWaits() {
        QueueId queue = aQueue(sharing(theirs(99), ours(1)));
        ContactId mail = world.aMail(brand);
        settings.change(Accesses.administrator(brand), queue, draft(Sharing.NONE, List.of()));
        world.rounds.catchUp();
        assertThat(world.contacts.contactOf(mail).partner()).isEmpty();
        assertThat(world.db.fetchValue(WAITING.TURNS, WAITING.CONTACT_ID.eq(mail.value()))).isEqualTo(-1);
    }

    @Test
    void byDayOneSiteAndAtNightTheOther() {
        SiteId zwolle = aSite("Europe/Amsterdam");
        SiteId paramaribo = aSite("America/Paramaribo");
        world.organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(
                new HoursDraft("mail", null, open("Europe/Amsterdam", 8, 18), 60),
                new HoursDraft("mail", zwolle, open("Europe/Amsterdam", 8, 18), 60),
                new HoursDraft("mail", paramaribo, open("America/Paramaribo", 15, 23), 60)));
        aQueue(sharing(new Share(Optional.empty(), Optional.of(zwolle), 60), new Share(Optional.empty(), Optional.of(paramaribo), 40)));
        clock.stopAt(Instant.parse("2026-11-24T10:00:00Z"));
        Access day = world.available(world.anAgentAt(brand, zwolle));
        Access night = world.available(world.anAgentAt(brand, paramaribo));
        for (int i = 0; i < 3; i++) world.accept(askedFor(world.aMail(brand), day));
        clock.stopAt(Instant.parse("2026-11-24T22:00:00Z"));
        world.connections.alive();
        for (int i = 0; i < 3; i++) world.accept(askedFor(world.aMail(brand), night));
    }

    @Test
    void whatIsTheTurnOfASiteThatClosedIsForWhoIsOpen() {
        SiteId zwolle = aSite("Europe/Amsterdam");
        SiteId paramaribo = aSite("America/Paramaribo");
        world.organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(
                new HoursDraft("mail", null, open("Europe/Amsterdam", 8, 18), 60),
                new HoursDraft("mail", zwolle, open("Europe/Amsterdam", 8, 18), 60),
                new HoursDraft("mail", paramaribo, open("America/Paramaribo", 15, 23), 60)));
        aQueue(sharing(new Share(Optional.empty(), Optional.of(zwolle), 60), new Share(Optional.empty(), Optional.of(paramaribo), 40)));
        clock.stopAt(Instant.parse("2026-11-24T16:55:00Z"));
        ContactId mail = world.aMail(brand);
        world.rounds.make();
        clock.stopAt(Instant.parse("2026-11-24T22:00:00Z"));
        Access night = world.available(world.anAgentAt(brand, paramaribo));
        world.connections.alive();
        world.rounds.make();
        assertThat(world.offerTo(night)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
    }

    @Test
    void whoHasNoShareHelpsAsTheStepsSayAlsoWhenHeAsks() {
        SiteId zwolle = aSite("Europe/Amsterdam");
        QueueId queue = aQueue(sharing(new Share(Optional.empty(), Optional.of(zwolle), 60), theirs(40)));
        Access elsewhere = world.available(world.anAgent(brand, Map.of()));
        world.aMail(brand);
        assertThat(next.only(agents.of(elsewhere), queue)).isEmpty();
    }

    @Test
    void aStepMayNameSites() {
        SiteId paramaribo = aSite("America/Paramaribo");
        aQueue(sharing(theirs(100)), List.of(new Ring(5, Map.of(), Set.of(), false, Set.of(paramaribo))));
        Access there = world.available(world.anAgentAt(brand, paramaribo));
        Access elsewhere = world.available(world.anAgent(brand, Map.of()));
        ContactId mail = world.aMail(brand);
        assertThat(world.offerTo(there)).isEmpty();
        world.db.update(WAITING).set(WAITING.RING, 1).where(WAITING.CONTACT_ID.eq(mail.value())).execute();
        world.rounds.make();
        assertThat(world.offerTo(there)).isPresent();
        assertThat(world.offerTo(elsewhere)).isEmpty();
    }

    @Test
    void aPartnerSeesItsPartOfTheQueueOnLiveAndNothingOfOthers() {
        QueueId queue = aQueue(sharing(ours(50), theirs(50)));
        Access us = world.available(world.anAgent(brand, Map.of()));
        Access them = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        for (int i = 0; i < 4; i++) world.aMail(brand);
        world.accept(us);
        world.accept(them);
        Access manager = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        var seen = ofQueue(floor.queues(manager), queue);
        assertThat(seen.queue().search().rings()).isEmpty();
        assertThat(seen.queue().search().sharing().shares()).containsExactly(theirs(50));
        assertThat(seen.figures().waiting() + seen.figures().inHand()).isEqualTo(2);
        assertThat(seen.figures().inHand()).isEqualTo(1);
        assertThat(desk.counts(manager)).extracting(DeskCounts::waiting, one -> one.queues().get(queue)).containsExactly(1, 1);
        assertThat(floor.today(manager).stream().filter(one -> one.queue().equals(queue)).findFirst().orElseThrow().shares())
                .extracting(Supervision.ShareToday::percent, Supervision.ShareToday::taken).containsExactly(tuple(50, 1));
        assertThat(floor.agents(manager, null, 200).items()).singleElement().satisfies(agent -> assertThat(agent.queues()).containsExactly(queue));
        Access stranger = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(
                world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID())));
        assertThat(floor.queues(stranger)).isEmpty();
        assertThat(desk.counts(stranger).queues()).isEmpty();
        assertThat(ofQueue(floor.queues(world.someone(brand, Role.TEAM_LEADER, Optional.empty())), queue).figures().waiting()).isEqualTo(2);
    }

    private static Supervision.QueueNow ofQueue(List<Supervision.QueueNow> all, QueueId queue) {
        return all.stream().filter(one -> one.queue().id().equals(queue)).findFirst().orElseThrow();
    }

    @Test
    void sharesAddUpToAHundredAndNobodyStandsThereTwice() {
        assertThatThrownBy(() -> aQueue(sharing(ours(60), theirs(30)))).hasMessage("request/invalid");
        assertThatThrownBy(() -> aQueue(sharing(ours(60), ours(40)))).hasMessage("request/invalid");
        assertThatThrownBy(() -> world.routing.createQueue(new NewQueue(
                        brand, "Theirs", Optional.of(partner), 50, 10, "push", 30, 60, Map.of(), true, false,
                        new Search(Map.of(), 0, List.of(), sharing(ours(60), theirs(40))))))
                .hasMessage("request/invalid");
    }

    private Access askedFor(ContactId mail, Access who) {
        assertThat(world.offerTo(who)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
        return who;
    }

    private SiteId aSite(String zone) {
        return world.organisation.createSite(Accesses.administrator(), new SiteDraft("Site " + UUID.randomUUID(), zone, null, false));
    }

    private CalendarId open(String zone, int from, int to) {
        return world.organisation.createCalendar(Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), zone, false,
                Stream.of(DayOfWeek.values()).map(day -> new WeekBlock(day, LocalTime.of(from, 0), LocalTime.of(to, 0))).toList(), List.of()));
    }

    private void passes(ContactId contact, int next) {
        clock.advance(Duration.ofMinutes(10));
        world.connections.alive();
        var at = world.db.fetchValue(WAITING.TURN_AT, WAITING.CONTACT_ID.eq(contact.value()));
        turns.fire(new TimerHandler.DueTimer(Turns.TIMER, contact + "/" + next, clock.instant(), Map.of("at", at.toString())));
        world.rounds.catchUp();
    }

    private static Share ours(int percent) {
        return new Share(Optional.empty(), Optional.empty(), percent);
    }

    private Share theirs(int percent) {
        return new Share(Optional.of(partner), Optional.empty(), percent);
    }

    private static Sharing sharing(Share... shares) {
        return new Sharing(List.of(shares), 10);
    }

    private QueueId aQueue(Sharing sharing) {
        return aQueue(sharing, List.of());
    }

    private QueueId aQueue(Sharing sharing, List<Ring> rings) {
        QueueId queue = world.routing.createQueue(draft(sharing, rings));
        world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    private NewQueue draft(Sharing sharing, List<Ring> rings) {
        return new NewQueue(
                brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, 10, "push", 30, 60, Map.of(), false, false,
                new Search(Map.of(), 0, rings, sharing));
    }
}
