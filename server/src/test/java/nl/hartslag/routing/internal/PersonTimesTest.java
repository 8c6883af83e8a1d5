package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.HANDLED;
import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.STEP;
import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.internal.db.tables.records.OfferRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A brand chooses whether times of single people are shown, recorded unseen, or not recorded. */
@HartslagTest
@Import(RoutingWorld.class)
class PersonTimesTest {
    @Autowired RoutingWorld world;
    @Autowired Organisation organisation;
    @Autowired Supervision floor;
    @Autowired Explanations explanations;
    @Autowired MovableClock clock;
    private BrandId brand;
    private QueueId queue;
    private Access anna;

    @BeforeEach
    void someoneWhoIsAsked() {
        world.rounds.stop();
        brand = world.aBrand();
        queue = world.aQueue(brand, "push", Optional.empty(), Map.of());
        anna = world.available(world.anAgent(brand, Map.of()));
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }

    private void choose(BrandId of, TimesPerPerson choice) {
        world.organisation.chooseTimesPerPerson(Accesses.administrator(of), of, choice, true);
    }

    private Optional<Instant> sinceOnTheFloor(Access person) {
        return floor.agents(Accesses.administrator(brand), null, 200).items().stream()
                .filter(one -> one.presence().user().equals(person.user()))
                .findFirst().map(one -> one.presence().since());
    }

    private ContactId aHandledMail() {
        ContactId contact = world.aMail(brand);
        clock.advance(Duration.ofSeconds(7));
        world.accept(anna);
        clock.advance(Duration.ofMinutes(4));
        world.wrapUp(anna, contact);
        return contact;
    }

    private OfferRecord offerOf(ContactId contact) {
        return world.db.fetchSingle(OFFER, OFFER.CONTACT_ID.eq(contact.value()));
    }

    private boolean takenUpIsKnown(ContactId contact) {
        return world.db.fetchSingle("select assigned_at is not null from contacts.contact where id = ?", contact.value()).get(0, Boolean.class);
    }

    private int handledOf(ContactId contact) {
        return world.db.fetchCount(HANDLED, HANDLED.CONTACT_ID.eq(contact.value()));
    }

    private int stepsOfPeople(ContactId contact) {
        return world.db.fetchCount(STEP, STEP.CONTACT_ID.eq(contact.value()).and(STEP.USER_ID.isNotNull()));
    }

    private List<Integer> secondsOfTheQueue() {
        return world.db.select(HANDLED.SECONDS).from(HANDLED).where(HANDLED.QUEUE_ID.eq(queue.value())).fetch(HANDLED.SECONDS);
    }

    @Test
    void whatIsShownIsShownAndKept() {
        assertThat(sinceOnTheFloor(anna)).isPresent();
        ContactId contact = aHandledMail();
        assertThat(takenUpIsKnown(contact)).isTrue();
        assertThat(offerOf(contact).getDecidedAt()).isNotNull();
        assertThat(handledOf(contact)).isOne();
    }

    @Test
    void whatIsRecordedUnseenIsToldToNobodyAndKept() {
        choose(brand, TimesPerPerson.RECORDED);
        assertThat(sinceOnTheFloor(anna)).isEmpty();
        assertThat(world.routing.presence(anna.user()).since()).isNull();
        world.routing.setPresence(anna, nl.hartslag.routing.Routing.PresenceState.BREAK);
        world.routing.setPresence(anna, nl.hartslag.routing.Routing.PresenceState.AVAILABLE);
        world.rounds.catchUp();
        ContactId contact = aHandledMail();
        assertThat(takenUpIsKnown(contact)).isTrue();
        var told = explanations.of(Accesses.administrator(brand), contact).steps().stream().filter(step -> step.person() != null).toList();
        assertThat(told).isNotEmpty().allSatisfy(step -> assertThat(step).extracting(Explanations.Step::at, Explanations.Step::endedAt,
                Explanations.Step::waitedSeconds).containsOnlyNulls());
    }

    @Test
    void theLiveStreamTellsItNeither() {
        choose(brand, TimesPerPerson.RECORDED);
        world.routing.setPresence(anna, nl.hartslag.routing.Routing.PresenceState.BREAK);
        world.rounds.start();
        eventually(() -> !told(anna).isEmpty());
        assertThat(told(anna)).noneMatch(news -> news.contains("\"since\": \""));
    }

    private List<String> told(Access person) {
        return world.db.fetch("select payload::text from (select kind, payload from platform.live_pending union all select kind, payload from "
                        + "platform.live_log) news where kind in ('agent.changed', 'presence.changed') and payload -> 'presence' ->> 'user' = ? "
                        + "and payload -> 'presence' ->> 'state' = 'BREAK'", person.user().toString()).getValues(0, String.class);
    }

    @Test
    void whoeverWorksForSeveralBrandsIsShownOnlyWhereAllOfThemShow() {
        BrandId other = world.aBrand();
        var both = world.people.create(new People.NewUser(java.util.UUID.randomUUID() + "@work.example", "Agent", "nl", Optional.empty(), Optional.empty(),
                Optional.empty(), false, List.of(new People.RoleGrant(Role.AGENT, Optional.of(brand)), new People.RoleGrant(Role.AGENT, Optional.of(other))),
                List.of(), Map.of()));
        Access access = world.available(world.people.access(both).orElseThrow());
        assertThat(sinceOnTheFloor(access)).isPresent();
        choose(other, TimesPerPerson.RECORDED);
        assertThat(sinceOnTheFloor(access)).isEmpty();
    }

    @Test
    void whatIsNotRecordedGoesWhenTheContactEnds() {
        choose(brand, TimesPerPerson.NOT_RECORDED);
        assertThat(sinceOnTheFloor(anna)).isEmpty();
        ContactId contact = aHandledMail();
        assertThat(takenUpIsKnown(contact)).isFalse();
        OfferRecord offer = offerOf(contact);
        assertThat(offer.getUserId()).isEqualTo(anna.user().value());
        assertThat(offer.getOutcome()).isEqualTo("accepted");
        assertThat(offer.getDecidedAt()).isNull();
        assertThat(offer.getOfferedAt()).isEqualTo(offer.getExpiresAt()).isEqualTo(offer.getOfferedAt().truncatedTo(java.time.temporal.ChronoUnit.DAYS));
        assertThat(stepsOfPeople(contact)).isZero();
        assertThat(handledOf(contact)).isZero();
        assertThat(secondsOfTheQueue()).singleElement().satisfies(seconds -> assertThat(seconds).isBetween(239, 300));
    }

    @Test
    void notRecordingRemovesWhatWasKeptOnceThatIsConfirmed() {
        ContactId contact = aHandledMail();
        ContactId inHand = world.aMail(brand);
        world.accept(anna);
        assertThatThrownBy(() -> world.organisation.chooseTimesPerPerson(Accesses.administrator(brand), brand, TimesPerPerson.NOT_RECORDED, false))
                .hasMessage("brands/times-would-go");
        assertThat(organisation.brand(brand).timesPerPerson()).isEqualTo(TimesPerPerson.SHOWN);
        choose(brand, TimesPerPerson.NOT_RECORDED);
        eventually(() -> !takenUpIsKnown(contact) && offerOf(contact).getDecidedAt() == null && handledOf(contact) == 0
                && stepsOfPeople(contact) == 0);
        assertThat(stepsOfPeople(inHand)).isPositive();
        assertThat(secondsOfTheQueue()).hasSize(1);
        assertThat(takenUpIsKnown(inHand)).isTrue();
        assertThat(offerOf(inHand).getDecidedAt()).isNotNull();
        assertThat(world.db.fetchCount(DSL.table("platform.audit"),
                DSL.condition("kind = 'brand.times-per-person' and brand_id = {0}", brand.value()))).isOne();
    }

    @Test
    void anotherBrandKeepsItsTimes() {
        ContactId contact = aHandledMail();
        BrandId other = world.aBrand();
        choose(other, TimesPerPerson.NOT_RECORDED);
        clock.advance(Duration.ofMinutes(2));
        eventually(() -> world.db.fetchCount(DSL.table("platform.timer"), DSL.condition("key like {0} || '%'", other.toString())) == 0);
        assertThat(takenUpIsKnown(contact)).isTrue();
    }

    @Test
    void onlyWhoLooksAfterTheBrandChooses() {
        assertThatThrownBy(() -> world.organisation.chooseTimesPerPerson(anna, brand, TimesPerPerson.RECORDED, true)).hasMessage("access/denied");
        assertThatThrownBy(() -> world.organisation.chooseTimesPerPerson(Accesses.administrator(world.aBrand()), brand, TimesPerPerson.RECORDED, true))
                .hasMessage("brands/not-found");
    }

    @Test
    void twoWhoChooseAtOnceEndWithOneChoiceAndATrueRecord() throws Exception {
        atOnce(() -> {
            choose(brand, TimesPerPerson.RECORDED);
            return null;
        }, () -> {
            choose(brand, TimesPerPerson.NOT_RECORDED);
            return null;
        });
        var told = world.db.fetch("select detail ->> 'old', detail ->> 'new' from platform.audit where kind = 'brand.times-per-person' and brand_id = ? order by at, id",
                brand.value());
        assertThat(told.getFirst().get(0)).isEqualTo("shown");
        assertThat(told.getLast().get(1)).isEqualTo(organisation.brand(brand).timesPerPerson().name().toLowerCase());
    }
}
