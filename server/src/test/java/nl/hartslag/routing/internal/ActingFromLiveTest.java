package nl.hartslag.routing.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Priority;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.LoggedOff;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who watches over the floor does something about it. */
@HartslagTest
@Import(RoutingWorld.class)
class ActingFromLiveTest {
    @Autowired RoutingWorld world;
    @Autowired Supervision floor;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access anna;
    private Access leader;

    @BeforeEach
    void someoneWhoIsAsked() {
        world.rounds.stop();
        brand = world.aBrand();
        world.aQueue(brand, "push", Optional.empty(), Map.of());
        anna = world.available(world.anAgent(brand, Map.of()));
        leader = world.someone(brand, Role.SUPERVISOR, Optional.empty());
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }

    private PresenceState stateOf(Access person) {
        return world.routing.presence(person.user()).state();
    }

    private int recorded(Access person) {
        return world.db.fetchCount(DSL.table("platform.audit"),
                DSL.condition("kind = 'agent.logged-off' and subject_id = {0}", person.user().toString()));
    }

    @Test
    void whoeverIsLoggedOffIsAskedNoMoreAndReadsWhoDidItAndWhy() {
        ContactId inHand = world.aMail(brand);
        world.accept(anna);
        ContactId asked = world.aMail(brand);
        assertThat(world.offerTo(anna)).isPresent();
        floor.logOff(leader, anna.user(), "Je was al naar huis");
        assertThat(stateOf(anna)).isEqualTo(PresenceState.OFFLINE);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.waits(asked)).isTrue();
        assertThat(world.contacts.contactOf(inHand).assignedTo()).as("what he has in hand stays his").isEqualTo(anna.user());
        assertThat(floor.loggedOff(anna)).contains(new LoggedOff("Leader", "Je was al naar huis"));
        assertThat(recorded(anna)).isOne();
    }

    @Test
    void onceHeChoosesHimselfThereIsNothingMoreToTell() {
        floor.logOff(leader, anna.user(), "Je was al naar huis");
        world.routing.setPresence(anna, PresenceState.OFFLINE);
        assertThat(floor.loggedOff(anna)).isEmpty();
        world.available(anna);
        floor.logOff(leader, anna.user(), "Alweer");
        world.routing.setPresence(anna, PresenceState.AVAILABLE);
        assertThat(floor.loggedOff(anna)).isEmpty();
        assertThat(stateOf(anna)).isEqualTo(PresenceState.AVAILABLE);
    }

    @Test
    void ofTwoWhoLogHimOffAtOnceOneDidIt() throws Exception {
        Access other = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        assertThat(atOnce(
                () -> {
                    floor.logOff(leader, anna.user(), "Eerste");
                    return null;
                },
                () -> {
                    floor.logOff(other, anna.user(), "Tweede");
                    return null;
                })).isEmpty();
        assertThat(recorded(anna)).isOne();
        assertThat(stateOf(anna)).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void ofAPartnerOnlyItsOwnPeopleAreLoggedOffByItsManager() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        Access manager = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        Access theirs = world.available(world.anAgent(brand, Map.of(), Optional.of(partner)));
        assertThatThrownBy(() -> floor.logOff(manager, anna.user(), "Weg")).hasMessage("routing/person/not-found");
        assertThat(stateOf(anna)).isEqualTo(PresenceState.AVAILABLE);
        floor.logOff(manager, theirs.user(), "Weg");
        assertThat(stateOf(theirs)).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void onlyWhoMayAssignWorkOfHisBrandLogsHimOff() {
        Access colleague = world.anAgent(brand, Map.of());
        assertThatThrownBy(() -> floor.logOff(colleague, anna.user(), "Weg")).hasMessage("access/denied");
        Access elsewhere = world.someone(world.aBrand(), Role.SUPERVISOR, Optional.empty());
        assertThatThrownBy(() -> floor.logOff(elsewhere, anna.user(), "Weg")).hasMessage("routing/person/not-found");
        assertThat(recorded(anna)).isZero();
    }

    @Test
    void whatWaitsTooLongShowsHowMuchHasteItHas() {
        world.routing.setPresence(anna, PresenceState.OFFLINE);
        ContactId contact = world.aMail(brand);
        clock.advance(Duration.ofHours(2));
        eventually(() -> !floor.overflow(leader, null, 200).items().isEmpty());
        world.contacts.prioritise(leader, contact, Priority.URGENT);
        assertThat(floor.overflow(leader, null, 200).items()).filteredOn(row -> row.contact().equals(contact))
                .extracting(Supervision.Overflowed::priority).containsExactly(Priority.URGENT);
    }
}
