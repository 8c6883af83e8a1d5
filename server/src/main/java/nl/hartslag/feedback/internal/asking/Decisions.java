package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.internal.CustomerLock;
import nl.hartslag.customers.Customers;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exactly one stored decision for every solved case, also for everyone who is not asked. People have no say in it. */
@Component
class Decisions {
    private final DSLContext db;
    private final CustomerLock lock;
    private final AskingRules rules;
    private final Obstacles obstacles;
    private final Seeds seeds;
    private final Invitations invitations;
    private final AskingDays days;
    private final Organisation organisation;
    private final Customers customers;
    private final Clock clock;

    Decisions(
            DSLContext db,
            CustomerLock lock,
            AskingRules rules,
            Obstacles obstacles,
            Seeds seeds,
            Invitations invitations,
            AskingDays days,
            Organisation organisation,
            Customers customers,
            Clock clock) {
        this.db = db;
        this.lock = lock;
        this.rules = rules;
        this.obstacles = obstacles;
        this.seeds = seeds;
        this.invitations = invitations;
        this.days = days;
        this.organisation = organisation;
        this.customers = customers;
        this.clock = clock;
    }

    /** Does nothing when the case of that moment was decided about before. */
    @Transactional
    void decide(SolvedCase solved) {
        if (solved.customer() != null) lock.take(customers.together(solved.customer()).getFirst().value());
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, organisation.brand(solved.brand()).zone());
        AskingRule rule = rules.rule(solved.brand(), solved.queue());
        long seed = seeds.of(solved.brand(), day);
        double draw = Draw.of(seed, solved.caseId().value(), solved.solvedAt());
        double probability = 1.0 / rule.oneIn();
        AskingOutcome outcome = obstacles.first(solved, rule, now, day)
                .orElse(draw < probability ? AskingOutcome.SAMPLED : AskingOutcome.NOT_DRAWN);
        UUID id = Uuid7.next();
        int stored = db.insertInto(DECISION)
                .set(DECISION.ID, id)
                .set(DECISION.BRAND_ID, solved.brand().value())
                .set(DECISION.PARTNER_ID, solved.partner().map(PartnerId::value).orElse(null))
                .set(DECISION.CASE_ID, solved.caseId().value())
                .set(DECISION.SOLVED_AT, solved.solvedAt())
                .set(DECISION.CUSTOMER_ID, solved.customer() == null ? null : solved.customer().value())
                .set(DECISION.QUEUE_ID, solved.queue() == null ? null : solved.queue().value())
                .set(DECISION.OUTCOME, outcome.name())
                .set(DECISION.PROBABILITY, probability)
                .set(DECISION.DRAW, draw)
                .set(DECISION.SEED, seed)
                .set(DECISION.DECIDED_AT, now)
                .onConflict(DECISION.CASE_ID, DECISION.SOLVED_AT)
                .doNothing()
                .execute();
        if (stored == 0) return;
        days.count(
                day,
                solved.brand().value(),
                solved.partner().map(PartnerId::value).orElse(null),
                solved.queue() == null ? null : solved.queue().value(),
                outcome.name());
        if (outcome == AskingOutcome.SAMPLED) invitations.prepare(id, solved, rule, now);
    }
}
