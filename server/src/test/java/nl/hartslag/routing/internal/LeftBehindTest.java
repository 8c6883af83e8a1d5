package nl.hartslag.routing.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.People;
import nl.hartslag.people.PeopleAdministration;
import nl.hartslag.people.PeopleAdministration.Grant;
import nl.hartslag.people.PeopleAdministration.UserDraft;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.AgentNow;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Work in the hands of someone who is not there stays in sight, and comes back when he may not do it any more. */
@HartslagTest
@Import(RoutingWorld.class)
class LeftBehindTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    PeopleAdministration administration;

    @Autowired
    Supervision floor;

    private BrandId brand;
    private BrandId other;
    private Access anna;

    @BeforeEach
    void annaWhoHasNoScreen() {
        someoneLooksAfterPeople();
        brand = world.aBrand();
        other = world.aBrand();
        anna = world.anAgent(brand, Map.of());
    }

    private void someoneLooksAfterPeople() {
        world.people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Administrator", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.ADMINISTRATOR, Optional.empty())), List.of(), Map.of()));
    }

    private ContactId takenByAnna() {
        ContactId mail = world.aMail(brand);
        world.contacts.take(anna, mail);
        return mail;
    }

    @Test
    void whoeverHoldsWorkIsOnTheFloorAlsoWhenHeNeverChoseAState() {
        takenByAnna();
        assertThat(floor.agents(Accesses.administrator(brand), null, 200).items())
                .filteredOn(agent -> agent.presence().user().equals(anna.user()))
                .singleElement()
                .extracting(AgentNow::presence)
                .satisfies(presence -> assertThat(presence.load()).containsEntry("mail", 1));
    }

    @Test
    void whatAClosedAccountHadInHandWaitsForAnother() {
        List<ContactId> mails = List.of(takenByAnna(), takenByAnna());
        becomes(false, new Grant(Role.AGENT, brand));
        eventually(() -> mails.stream().allMatch(world::waits));
        assertThat(mails).allSatisfy(mail -> assertThat(world.contacts.contactOf(mail).assignedTo()).isNull());
    }

    @Test
    void whatIsOfABrandHeNoLongerHandlesWaitsForAnother() {
        ContactId mail = takenByAnna();
        becomes(true, new Grant(Role.AGENT, other));
        eventually(() -> world.waits(mail));
    }

    @Test
    void whatHeMayStillHandleStaysHis() {
        ContactId kept = takenByAnna();
        becomes(true, new Grant(Role.AGENT, brand), new Grant(Role.AGENT, other));
        ContactId gone = world.aMail(other);
        world.contacts.take(world.people.access(anna.user()).orElseThrow(), gone);
        becomes(true, new Grant(Role.AGENT, brand));
        eventually(() -> world.waits(gone));
        assertThat(world.contacts.contactOf(kept).assignedTo()).isEqualTo(anna.user());
    }

    @Test
    void whatIsOfTheCompanyHeLeftWaitsForAnother() {
        PartnerId partner = aPartner();
        world.aQueue(brand, "pull", Optional.of(partner), Map.of());
        Access theirs = world.anAgent(brand, Map.of(), Optional.of(partner));
        ContactId mail = world.aMail(brand);
        world.contacts.take(theirs, mail);
        change(theirs, aPartner(), true, new Grant(Role.AGENT, brand));
        eventually(() -> world.waits(mail));
    }

    @Test
    void whatHisRoleMayNotDoAnyMoreWaitsForAnother() {
        becomes(true, new Grant(Role.SENIOR, brand));
        ContactId mail = world.aMail(brand);
        world.contacts.take(world.people.access(anna.user()).orElseThrow(), mail);
        Access everywhere = Accesses.administrator();
        Set<Permission> before = administration.rights(everywhere).get(Role.SENIOR);
        try {
            administration.setRights(everywhere, Role.SENIOR, EnumSet.of(Permission.CONTACTS_VIEW));
            eventually(() -> world.waits(mail));
        } finally {
            administration.setRights(everywhere, Role.SENIOR, before);
        }
    }

    private PartnerId aPartner() {
        return world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
    }

    private void becomes(boolean active, Grant... roles) {
        change(anna, null, active, roles);
    }

    private void change(Access whom, @Nullable PartnerId partner, boolean active, Grant... roles) {
        Access administrator = Accesses.administrator(brand, other);
        var now = administration.user(administrator, whom.user());
        administration.change(administrator, whom.user(), new UserDraft(
                now.email(), now.name(), "nl", null, partner, active, List.of(roles), List.of(), Map.of()));
    }
}
