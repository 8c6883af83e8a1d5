package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.OfferView;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.test.context.TestComponent;

/** A brand of its own, its people and its customers, in the words of routing. */
@TestComponent
class RoutingWorld {
    final DSLContext db;
    final Contacts contacts;
    final Routing routing;
    final People people;
    final Rounds rounds;
    final Connections connections;
    private final Customers customers;
    final OrganisationSettings organisation;
    private final Clock clock;

    RoutingWorld(
            DSLContext db, Contacts contacts, Routing routing, People people, Rounds rounds, Connections connections,
            Customers customers, OrganisationSettings organisation, Clock clock) {
        this.db = db;
        this.contacts = contacts;
        this.routing = routing;
        this.people = people;
        this.rounds = rounds;
        this.connections = connections;
        this.customers = customers;
        this.organisation = organisation;
        this.clock = clock;
    }

    BrandId aBrand() {
        String key = "r" + UUID.randomUUID().toString().substring(0, 12);
        return organisation.createBrand(
                Accesses.administrator(),
                new BrandDraft(key, "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    Access anAgent(BrandId brand, Map<SkillId, Integer> skills) {
        return anAgent(brand, skills, Optional.empty());
    }

    Access anAgent(BrandId brand, Map<SkillId, Integer> skills, Optional<PartnerId> partner) {
        return anAgent(brand, skills, partner, Optional.empty());
    }

    Access anAgentAt(BrandId brand, SiteId site) {
        return anAgent(brand, Map.of(), Optional.empty(), Optional.of(site));
    }

    Access someone(BrandId brand, Role role, Optional<PartnerId> partner) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Leader", "nl", Optional.empty(), partner, Optional.empty(), false,
                List.of(new People.RoleGrant(role, Optional.of(brand))), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }

    /** An agent of one brand who helps at peaks for another. */
    Access agentAndHelper(BrandId own, BrandId atPeaks) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Helper", "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(new People.RoleGrant(Role.AGENT, Optional.of(own)), new People.RoleGrant(Role.HELPING_HAND, Optional.of(atPeaks))), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }

    /** A team leader of one brand who is an agent of another. */
    Access leadsAndAnswers(BrandId leads, BrandId answers) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Both", "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(new People.RoleGrant(Role.TEAM_LEADER, Optional.of(leads)), new People.RoleGrant(Role.AGENT, Optional.of(answers))), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }

    /** Someone of another department, who answers no customers. */
    UserId aDepartmentMember(BrandId brand) {
        return people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Member", "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(new People.RoleGrant(Role.DEPARTMENT_MEMBER, Optional.of(brand))), List.of(), Map.of()));
    }

    private Access anAgent(BrandId brand, Map<SkillId, Integer> skills, Optional<PartnerId> partner, Optional<SiteId> site) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Agent", "nl", site, partner, Optional.empty(), false,
                List.of(new People.RoleGrant(Role.AGENT, Optional.of(brand))), List.of(), skills));
        return people.access(user).orElseThrow();
    }

    /** Someone with a screen who is available. */
    Access available(Access agent) {
        connections.streamOpened(agent.user());
        routing.setPresence(agent, PresenceState.AVAILABLE);
        rounds.catchUp();
        return agent;
    }

    void leavesTheCompany(Access agent) {
        db.execute("update people.users set state = 'disabled' where id = {0}", DSL.val(agent.user().value()));
    }

    ReasonId aReason(BrandId brand) {
        return organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, "Levering", "Delivery", 0, false, false));
    }

    SkillId aSkill() {
        return people.createSkill("skill " + UUID.randomUUID());
    }

    QueueId aQueue(BrandId brand, String mode, Optional<PartnerId> partner, Map<SkillId, Integer> skills) {
        QueueId queue = routing.createQueue(new NewQueue(
                brand, "Queue " + UUID.randomUUID(), partner, 50, 10, mode, 30, 60, skills));
        routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    ContactId aChat(BrandId brand) {
        ContactId contact = written(brand, "chat");
        rounds.catchUp();
        return contact;
    }

    ContactId aMail(BrandId brand) {
        ContactId contact = written(brand, "mail");
        rounds.catchUp();
        return contact;
    }

    /** A customer wrote; who is asked is left to the node. */
    ContactId written(BrandId brand, String medium) {
        String who = UUID.randomUUID() + "@home.example";
        var customer = customers.recognise(brand, IdentityKind.EMAIL, who, "Klant", "nl");
        return contacts.receive(new InboundMessage(
                        Optional.empty(), brand, customer.id(), "Klant", medium, medium, null, null, null, null,
                        UUID.randomUUID().toString(), clock.instant(), "Waar is mijn pakje?", "nl", "Waar is mijn pakje?",
                        null, null, null, false, false, true, Optional.empty(), List.of(who), List.of()))
                .contact();
    }

    /** The same customer in the same conversation. */
    ContactId writtenAgain(ContactId before) {
        var about = contacts.contactOf(before);
        ContactId contact = contacts.receive(new InboundMessage(
                        Optional.of(about.conversation()), about.brand(), about.customer(), "Klant", about.channel(), about.medium(), null, null,
                        null, null, UUID.randomUUID().toString(), clock.instant(), "Waar is mijn pakje?", "nl", "Het is er nog niet, en ik wacht al een week",
                        null, null, null, false, false, true, Optional.empty(), List.of(), List.of()))
                .contact();
        rounds.catchUp();
        return contact;
    }

    Optional<OfferView> offerTo(Access agent) {
        return routing.offersTo(agent.user()).stream().findFirst();
    }

    ContactId accept(Access agent) {
        ContactId contact = routing.accept(agent, offerTo(agent).orElseThrow().id());
        rounds.catchUp();
        return contact;
    }

    void decline(Access agent) {
        routing.decline(agent, offerTo(agent).orElseThrow().id());
        rounds.catchUp();
    }

    /** As spam, which needs neither reason nor cause. */
    void wrapUp(Access agent, ContactId contact) {
        contacts.wrapUp(agent, contact, new WrapUp(CaseState.SOLVED, new Registration(null, null, Result.SPAM), 1, null));
        rounds.catchUp();
    }

    boolean waits(ContactId contact) {
        return db.fetchExists(WAITING, WAITING.CONTACT_ID.eq(contact.value()));
    }

    int inHandOf(Access agent, String medium) {
        return db.fetchCount(LOAD, LOAD.USER_ID.eq(agent.user().value()).and(LOAD.MEDIUM.eq(medium)));
    }

    int openOffersFor(ContactId contact) {
        return db.fetchCount(OFFER, OFFER.CONTACT_ID.eq(contact.value()).and(OFFER.OUTCOME.eq("open")));
    }
}
