package nl.hartslag.feedback.internal;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.testing.Eventually.eventually;

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
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.Feedback;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.InvitationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;

/** A brand with people and customers whose cases get solved, in the words of feedback. */
@TestComponent
public class FeedbackWorld {
    public final DSLContext db;
    public final Contacts contacts;
    public final Customers customers;
    public final People people;
    public final Feedback feedback;
    public final Secrets secrets;
    private final OrganisationSettings settings;
    private final Organisation organisation;
    private final Clock clock;
    private final ObjectProvider<TimerHandler> handlers;

    FeedbackWorld(
            DSLContext db,
            Contacts contacts,
            Customers customers,
            People people,
            Feedback feedback,
            Secrets secrets,
            OrganisationSettings settings,
            Organisation organisation,
            Clock clock,
            ObjectProvider<TimerHandler> handlers) {
        this.db = db;
        this.contacts = contacts;
        this.customers = customers;
        this.people = people;
        this.feedback = feedback;
        this.secrets = secrets;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
        this.handlers = handlers;
    }

    /** One that asks everybody a day later, and nobody twice in 90 days. */
    public BrandId aBrand() {
        String key = "f" + UUID.randomUUID().toString().substring(0, 12);
        BrandId brand = settings.createBrand(
                Accesses.administrator(),
                new BrandDraft(key, "Veldmuis", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        feedback.askBy(askingEverybody(brand));
        return brand;
    }

    public static AskingRule askingEverybody(BrandId brand) {
        return new AskingRule(brand, Optional.empty(), 1, 24 * 60, 90, Optional.empty());
    }

    public ReasonId aReason(BrandId brand) {
        return settings.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, "Overlijden", "Bereavement", 0, false, false));
    }

    public Access anAgent(BrandId brand, TeamId... teams) {
        return someone(brand, Role.AGENT, Optional.empty(), teams);
    }

    public Access someone(BrandId brand, Role role, Optional<PartnerId> partner, TeamId... teams) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", role.key() + " " + UUID.randomUUID().toString().substring(0, 4), "nl",
                Optional.empty(), partner, Optional.empty(), false,
                List.of(new People.RoleGrant(role, Optional.of(brand))), List.of(teams), Map.of()));
        return people.access(user).orElseThrow();
    }

    public TeamId aTeam() {
        return people.createTeam("Team " + UUID.randomUUID(), Optional.empty(), Optional.empty());
    }

    public Customer aCustomer(BrandId brand) {
        return customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Sanne", "nl");
    }

    public record Solved(CaseId caseId, ContactId contact, ConversationId conversation) {}

    /** A new question, handled and solved. */
    public Solved solvedCase(Access agent, Customer customer) {
        return solvedCase(agent, customer, null);
    }

    public Solved solvedCase(Access agent, Customer customer, @org.jspecify.annotations.Nullable ReasonId reason) {
        var received = ask(customer, Optional.empty());
        ContactId contact = received.contact();
        contacts.take(agent, contact);
        ReasonId why = reason != null ? reason : anyReason(customer.brand());
        contacts.wrapUp(agent, contact, new WrapUp(CaseState.SOLVED, new Registration(why, cause(), Result.SOLVED), received.seq(), null));
        return new Solved(received.caseId(), contact, received.conversation());
    }

    public nl.hartslag.contacts.Received ask(Customer customer, Optional<ConversationId> conversation) {
        String who = "klant@home.example";
        return contacts.receive(new InboundMessage(
                conversation, customer.brand(), customer.id(), "Sanne", "post", "mail", null, null, null, null,
                UUID.randomUUID().toString(), clock.instant(), "Waar is mijn pakje?", "nl", "Waar is mijn pakje?",
                null, null, null, false, false, true, Optional.empty(), List.of(who), List.of()));
    }

    private ReasonId anyReason(BrandId brand) {
        return organisation.reasons(brand).stream().findFirst().map(Organisation.Reason::id).orElseGet(() -> aReason(brand));
    }

    private DepartmentId cause() {
        return organisation.departments().stream().findFirst().map(Organisation.Department::id)
                .orElseGet(() -> settings.createDepartment(Accesses.administrator(), new OrganisationSettings.DepartmentDraft("Logistiek", "Logistics", 0, false)));
    }

    public Optional<String> outcome(CaseId caseId) {
        return db.select(DECISION.OUTCOME)
                .from(DECISION)
                .where(DECISION.CASE_ID.eq(caseId.value()))
                .orderBy(DECISION.SOLVED_AT.desc())
                .limit(1)
                .fetchOptional(DECISION.OUTCOME);
    }

    public InvitationRecord invitation(CaseId caseId) {
        return db.fetchSingle(INVITATION, INVITATION.CASE_ID.eq(caseId.value()));
    }

    /** A solved case whose customer has been invited. */
    public InvitationId invited(Access agent, Customer customer) {
        Solved solved = solvedCase(agent, customer);
        eventually(() -> outcome(solved.caseId()).filter("SAMPLED"::equals).isPresent());
        send(invitation(solved.caseId()).getId());
        return new InvitationId(invitation(solved.caseId()).getId());
    }

    /** What the timer does when the delay is over. */
    public void send(UUID invitation) {
        fire("feedback.invite", invitation.toString());
    }

    public void fire(String kind, String key) {
        handlers.stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .fire(new TimerHandler.DueTimer(kind, key, clock.instant(), Map.of()));
    }

    public String token(InvitationId invitation) {
        return SurveyToken.open(invitation).write(secrets);
    }

    public String token(InvitationId invitation, int score) {
        return SurveyToken.score(invitation, score).write(secrets);
    }

}
