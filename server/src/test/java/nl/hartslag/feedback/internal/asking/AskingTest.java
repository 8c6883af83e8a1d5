package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.OnePerson;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.AskingSettings;
import nl.hartslag.feedback.internal.FeedbackWorld.Solved;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(FeedbackWorld.class)
class AskingTest {
    @Autowired OnePerson people;
    @Autowired
    FeedbackWorld world;

    @Autowired
    AskingSettings settings;

    @Autowired
    Obstacles obstacles;

    private BrandId brand;
    private Access agent;
    private Customer customer;

    @BeforeEach
    void aBrandWithAnAgent() {
        brand = world.aBrand();
        agent = world.anAgent(brand);
        customer = world.aCustomer(brand);
    }

    private String outcome(Solved solved) {
        eventually(() -> world.outcome(solved.caseId()).isPresent());
        return world.outcome(solved.caseId()).orElseThrow();
    }

    @Test
    void keepsOneDecisionWithSeedDrawAndProbability() {
        Solved solved = world.solvedCase(agent, customer);
        assertThat(outcome(solved)).isEqualTo("SAMPLED");
        var row = world.db.fetchSingle(DECISION, DECISION.CASE_ID.eq(solved.caseId().value()));
        assertThat(row.getProbability()).isEqualTo(1.0);
        assertThat(Draw.of(row.getSeed(), row.getCaseId(), row.getSolvedAt())).isEqualTo(row.getDraw());
    }

    @Test
    void refusalOfTheCustomerGoesBeforeEverything() {
        world.customers.declineSurveys(customer.id(), true);
        Solved solved = world.solvedCase(agent, customer);
        assertThat(outcome(solved)).isEqualTo("OPT_OUT");
    }

    @Test
    void delicateReasonsAreNotAsked() {
        var delicate = world.aReason(brand);
        settings.exclude(Accesses.administrator(brand), brand, Set.of(delicate));
        assertThat(outcome(world.solvedCase(agent, customer, delicate))).isEqualTo("EXCLUDED_REASON");
    }

    @Test
    void whoOnlyHeardFromUsIsNotAsked() {
        Solved solved = world.solvedCase(agent, customer);
        outcome(solved);
        assertThat(inTheWay(solved)).isNotEqualTo(Optional.of(AskingOutcome.ONLY_WE_WROTE));
        world.db.execute("update contacts.contact set kind = 'outbound' where id = ?", solved.contact().value());
        assertThat(inTheWay(solved)).as("the customer wrote in it").isNotEqualTo(Optional.of(AskingOutcome.ONLY_WE_WROTE));
        world.db.execute("update contacts.message set automatic = true where conversation_id = ?", solved.conversation().value());
        assertThat(inTheWay(solved)).contains(AskingOutcome.ONLY_WE_WROTE);
    }

    private Optional<AskingOutcome> inTheWay(Solved solved) {
        Instant now = Instant.now();
        return obstacles.first(new SolvedCase(solved.caseId(), solved.contact(), solved.conversation(), brand, Optional.empty(), customer.id(), null, "email", agent.user(), false, now),
                FeedbackWorld.askingEverybody(brand), now, LocalDate.EPOCH);
    }

    @Test
    void oneInvitationWaitsAtATime() {
        outcome(world.solvedCase(agent, customer));
        assertThat(outcome(world.solvedCase(agent, customer))).isEqualTo("PENDING_INVITATION");
    }

    @Test
    void nobodyIsAskedTwiceWithinTheQuarantine() {
        world.invited(agent, customer);
        assertThat(outcome(world.solvedCase(agent, customer))).isEqualTo("QUARANTINE");
    }

    @Test
    void whoTurnsOutToBeTheSamePersonIsNotAskedUnderTheOtherName() {
        Customer work = world.aCustomer(brand);
        String address = world.customers.identities(work.id()).getFirst().value();
        world.invited(agent, work);
        Customer home = world.aCustomer(brand);
        world.customers.addIdentity(Accesses.administrator(brand), home.id(), IdentityKind.EMAIL, address, true);
        assertThat(outcome(world.solvedCase(agent, home))).isEqualTo("QUARANTINE");
    }

    @Test
    void whoIsOneWithSomebodyIsNotAskedUnderHisNameUntilTheyAreTakenApart() {
        Customer work = world.aCustomer(brand);
        world.invited(agent, work);
        Customer home = world.aCustomer(brand);
        var administrator = Accesses.administrator(brand);
        people.merge(administrator, home.id(), new OnePerson.Merge(work.id(), Set.of(), true));
        assertThat(outcome(world.solvedCase(agent, home))).isEqualTo("QUARANTINE");
        people.takeApart(administrator, home.id(), work.id());
        assertThat(outcome(world.solvedCase(agent, home))).isEqualTo("SAMPLED");
        assertThat(outcome(world.solvedCase(agent, work))).isEqualTo("QUARANTINE");
    }

    @Test
    void whoDeclinedAtAnAddressHasDeclinedWhereverThatAddressGoes() {
        Customer work = world.aCustomer(brand);
        world.customers.declineSurveys(work.id(), true);
        Customer home = world.aCustomer(brand);
        world.customers.addIdentity(Accesses.administrator(brand), home.id(), IdentityKind.EMAIL, world.customers.identities(work.id()).getFirst().value(), true);
        assertThat(outcome(world.solvedCase(agent, home))).isEqualTo("OPT_OUT");
    }

    @Test
    void anInvitationExactlyAsOldAsTheQuarantineNoLongerStandsInTheWay() {
        var earlier = world.invited(agent, customer);
        var sentAt = world.db.fetchSingle(INVITATION, INVITATION.ID.eq(earlier.value())).getSentAt();
        var rule = FeedbackWorld.askingEverybody(brand);
        assertThat(world.db.fetchExists(INVITATION, INVITATION.CUSTOMER_ID.eq(customer.id().value())
                        .and(INVITATION.SENT_AT.gt(sentAt.plus(Duration.ofDays(90)).minus(Duration.ofDays(rule.quarantineDays()))))))
                .isFalse();
    }

    @Test
    void whoIsNotDrawnIsKeptAsWell() {
        world.feedback.askBy(new AskingRule(brand, Optional.empty(), 1_000, 0, 90, Optional.empty()));
        assertThat(outcome(world.solvedCase(agent, customer))).isIn("NOT_DRAWN", "SAMPLED");
    }

    @Test
    void theDayHasALimitWhenOneIsSet() {
        world.feedback.askBy(new AskingRule(brand, Optional.empty(), 1, 60, 90, Optional.of(1)));
        outcome(world.solvedCase(agent, customer));
        assertThat(outcome(world.solvedCase(agent, world.aCustomer(brand)))).isEqualTo("QUOTA_FULL");
    }

    @Test
    void aReopenedCaseTakesItsInvitationBack() {
        Solved solved = world.solvedCase(agent, customer);
        outcome(solved);
        world.ask(customer, Optional.of(solved.conversation()));
        assertThat(world.invitation(solved.caseId()).getState()).isEqualTo("withdrawn");
        assertThat(world.invitation(solved.caseId()).getWithdrawnBecause()).isEqualTo("CASE_OPEN");
    }

    @Test
    void checksAgainAtTheMomentOfSending() {
        Solved solved = world.solvedCase(agent, customer);
        outcome(solved);
        world.customers.declineSurveys(customer.id(), true);
        world.send(world.invitation(solved.caseId()).getId());
        assertThat(world.invitation(solved.caseId()).getState()).isEqualTo("withdrawn");
        assertThat(world.invitation(solved.caseId()).getWithdrawnBecause()).isEqualTo("OPT_OUT");
    }

    @Test
    void sendsOnceHoweverOftenTheTimerFires() {
        var id = world.invited(agent, customer);
        var first = world.db.fetchSingle(INVITATION, INVITATION.ID.eq(id.value()));
        world.send(id.value());
        assertThat(world.db.fetchSingle(INVITATION, INVITATION.ID.eq(id.value())).getSentAt()).isEqualTo(first.getSentAt());
    }

    @Test
    void twoCasesOfOneCustomerAtOnceGiveOneInvitation() throws Exception {
        CustomerId id = customer.id();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> world.solvedCase(agent, customer));
            var two = both.submit(() -> world.solvedCase(world.anAgent(brand), customer));
            outcome(one.get());
            outcome(two.get());
        }
        assertThat(world.db.fetchCount(INVITATION, INVITATION.CUSTOMER_ID.eq(id.value()))).isEqualTo(1);
    }
}
