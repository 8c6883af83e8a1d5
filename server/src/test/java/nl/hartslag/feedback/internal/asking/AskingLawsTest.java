package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.internal.FeedbackWorld;
import nl.hartslag.feedback.internal.FeedbackWorld.Solved;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What holds whatever customers, agents, timers and two nodes do, and in whatever order. */
@HartslagTest
@Import(FeedbackWorld.class)
class AskingLawsTest {
    private static final int QUARANTINE_DAYS = 90;

    @Autowired
    FeedbackWorld world;

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void everySolvedCaseHasOneDecisionAndNobodyIsAskedTooOftenOrAgainstHisWill(long seed) throws Exception {
        Random random = new Random(seed);
        BrandId brand = world.aBrand();
        world.feedback.askBy(new AskingRule(brand, Optional.empty(), 2, 60, QUARANTINE_DAYS, Optional.empty()));
        Access agent = world.anAgent(brand);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 3; i++) customers.add(world.aCustomer(brand));
        List<Solved> solved = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            Customer customer = customers.get(random.nextInt(customers.size()));
            switch (random.nextInt(8)) {
                case 0 -> world.customers.declineSurveys(customer.id(), random.nextBoolean());
                case 1 -> reopenOne(solved, customer, random);
                case 2, 3 -> sendWhatWaitsTwiceAtOnce(customer);
                case 4 -> growOlder(customer, Duration.ofDays(1 + random.nextInt(120)));
                default -> {
                    Solved one = world.solvedCase(agent, customer);
                    eventually(() -> world.outcome(one.caseId()).isPresent());
                    decideAgain(one, brand, agent);
                    solved.add(one);
                }
            }
            neverTooOften(customer);
        }
        everyCaseHasOneDecision(solved);
    }

    private void everyCaseHasOneDecision(List<Solved> solved) {
        for (Solved one : solved) {
            var rows = world.db.fetch(DECISION, DECISION.CASE_ID.eq(one.caseId().value()));
            assertThat(rows).extracting(row -> row.getSolvedAt()).doesNotHaveDuplicates().isNotEmpty();
            for (var row : rows) {
                int invitations = world.db.fetchCount(INVITATION, INVITATION.DECISION_ID.eq(row.getId()));
                assertThat(invitations).isEqualTo(row.getOutcome().equals("SAMPLED") ? 1 : 0);
                assertThat(row.getSeed()).isNotNull();
                if (row.getOutcome().equals("SAMPLED")) assertThat(row.getDraw()).isLessThan(row.getProbability());
                if (row.getOutcome().equals("NOT_DRAWN")) assertThat(row.getDraw()).isGreaterThanOrEqualTo(row.getProbability());
            }
        }
    }

    private void neverTooOften(Customer customer) {
        var mine = INVITATION.CUSTOMER_ID.eq(customer.id().value());
        assertThat(world.db.fetchCount(INVITATION, mine.and(INVITATION.STATE.eq("waiting")))).isLessThanOrEqualTo(1);
        var sent = world.db.fetch(INVITATION, mine.and(INVITATION.SENT_AT.isNotNull())).sortAsc(INVITATION.SENT_AT);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1).getSentAt(), sent.get(i).getSentAt()))
                    .isGreaterThanOrEqualTo(Duration.ofDays(QUARANTINE_DAYS));
        }
    }

    /** The timer of two nodes fires for the same invitation at the same moment. */
    private void sendWhatWaitsTwiceAtOnce(Customer customer) throws Exception {
        var waiting = world.db.fetchOptional(
                INVITATION, INVITATION.CUSTOMER_ID.eq(customer.id().value()), INVITATION.STATE.eq("waiting"));
        if (waiting.isEmpty()) return;
        boolean refuses = world.customers.customer(customer.id()).orElseThrow().surveysDeclined();
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = nodes.submit(() -> world.send(waiting.get().getId()));
            var two = nodes.submit(() -> world.send(waiting.get().getId()));
            one.get();
            two.get();
        }
        String state = world.db.fetchSingle(INVITATION, INVITATION.ID.eq(waiting.get().getId())).getState();
        // nobody takes mail in this world, so what was sent may already have come back
        assertThat(state).isIn(refuses ? List.of("withdrawn") : List.of("sent", "bounced", "withdrawn"));
    }

    /** The timer that decides may come twice; the second time changes nothing. */
    private void decideAgain(Solved one, BrandId brand, Access agent) {
        var row = world.db.fetchSingle(DECISION, DECISION.CASE_ID.eq(one.caseId().value()));
        decisions.decide(new SolvedCase(one.caseId(), one.contact(), one.conversation(), brand, Optional.empty(),
                row.getCustomerId() == null ? null : new nl.hartslag.shared.CustomerId(row.getCustomerId()), null, "post",
                agent.user(), false, row.getSolvedAt()));
        assertThat(world.db.fetchCount(DECISION, DECISION.CASE_ID.eq(one.caseId().value()))).isEqualTo(1);
    }

    private void reopenOne(List<Solved> solved, Customer customer, Random random) {
        if (solved.isEmpty()) return;
        Solved one = solved.get(random.nextInt(solved.size()));
        var invitation = world.db.fetchOptional(INVITATION, INVITATION.CASE_ID.eq(one.caseId().value()), INVITATION.STATE.eq("waiting"));
        if (invitation.isEmpty() || !invitation.get().getCustomerId().equals(customer.id().value())) return;
        world.ask(customer, Optional.of(one.conversation()));
        assertThat(world.db.fetchSingle(INVITATION, INVITATION.ID.eq(invitation.get().getId())).getState()).isEqualTo("withdrawn");
    }

    /** Everything that was sent to this customer was sent that much longer ago, and closed meanwhile. */
    private void growOlder(Customer customer, Duration by) {
        world.db.fetch(INVITATION, INVITATION.CUSTOMER_ID.eq(customer.id().value()), INVITATION.SENT_AT.isNotNull()).forEach(row -> {
            row.setSentAt(row.getSentAt().minus(by));
            if (row.getState().equals("sent") && by.toDays() > 30) row.setState("expired");
            row.update();
        });
    }
}
