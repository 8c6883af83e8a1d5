package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.ASKING_DAY;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.CaseView;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Result;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the way of asking, in the order in which one reason is kept. */
@Component
class Obstacles {
    private final DSLContext db;
    private final Contacts contacts;
    private final Cases cases;
    private final Customers customers;
    private final AskingRules rules;

    Obstacles(DSLContext db, Contacts contacts, Cases cases, Customers customers, AskingRules rules) {
        this.db = db;
        this.contacts = contacts;
        this.cases = cases;
        this.customers = customers;
        this.rules = rules;
    }

    /** At the moment of deciding. */
    Optional<AskingOutcome> first(SolvedCase solved, AskingRule rule, Instant now, LocalDate day) {
        ContactView contact = contacts.contactOf(solved.contact());
        if (solved.unasked()) return Optional.of(AskingOutcome.WENT_SILENT);
        if (!cases.customerCame(solved.caseId())) return Optional.of(AskingOutcome.ONLY_WE_WROTE);
        return ofCustomer(solved.customer(), contact)
                .or(() -> excluded(contact))
                .or(() -> open(solved.caseId(), solved.solvedAt()))
                .or(() -> quarantined(solved.customer(), rule, now, null))
                .or(() -> pending(solved.customer()))
                .or(() -> full(rule, day));
    }

    /** At the moment of sending: what may have changed since the draw. */
    Optional<AskingOutcome> beforeSending(
            UUID invitation, CustomerId customer, ContactId contact, CaseId caseId, Instant solvedAt, AskingRule rule, Instant now) {
        return ofCustomer(customer, contacts.contactOf(contact))
                .or(() -> open(caseId, solvedAt))
                .or(() -> quarantined(customer, rule, now, invitation));
    }

    private Optional<AskingOutcome> ofCustomer(@Nullable CustomerId id, ContactView contact) {
        var customer = id == null ? Optional.<Customers.Customer>empty() : customers.customer(id);
        if (customer.isEmpty()) return Optional.of(AskingOutcome.NO_ADDRESS);
        if (customer.get().surveysDeclined()) return Optional.of(AskingOutcome.OPT_OUT);
        // In a chat the conversation itself is the way to the customer; a mail needs an address.
        boolean reachable = !contact.medium().equals("mail")
                || customers.identities(customer.get().id()).stream().anyMatch(i -> i.kind() == IdentityKind.EMAIL);
        return reachable ? Optional.empty() : Optional.of(AskingOutcome.NO_ADDRESS);
    }

    private Optional<AskingOutcome> excluded(ContactView contact) {
        boolean delicate = contact.reason() != null && rules.excluded(contact.brand()).contains(contact.reason());
        return delicate || contact.result() == Result.SPAM
                ? Optional.of(AskingOutcome.EXCLUDED_REASON)
                : Optional.empty();
    }

    private Optional<AskingOutcome> open(CaseId caseId, Instant solvedAt) {
        CaseView now = contacts.caseOf(caseId);
        boolean solvedStill = now.state() == CaseState.SOLVED
                && (now.solvedAt() == null || !now.solvedAt().isAfter(solvedAt));
        return solvedStill ? Optional.empty() : Optional.of(AskingOutcome.CASE_OPEN);
    }

    /** An invitation exactly as old as the quarantine no longer stands in the way. */
    private Optional<AskingOutcome> quarantined(
            @Nullable CustomerId customer, AskingRule rule, Instant now, @Nullable UUID except) {
        Instant from = now.minus(Duration.ofDays(rule.quarantineDays()));
        return exists(invitationOf(customer)
                        .and(INVITATION.SENT_AT.gt(from))
                        .and(except == null ? DSL.noCondition() : INVITATION.ID.ne(except)))
                ? Optional.of(AskingOutcome.QUARANTINE)
                : Optional.empty();
    }

    private Optional<AskingOutcome> pending(@Nullable CustomerId customer) {
        return exists(invitationOf(customer).and(INVITATION.STATE.in("waiting", "sent")))
                ? Optional.of(AskingOutcome.PENDING_INVITATION)
                : Optional.empty();
    }

    private Optional<AskingOutcome> full(AskingRule rule, LocalDate day) {
        if (rule.atMostPerDay().isEmpty()) return Optional.empty();
        Condition where = ASKING_DAY.BRAND_ID.eq(rule.brand().value())
                .and(ASKING_DAY.DAY.eq(day))
                .and(ASKING_DAY.STEP.eq(AskingOutcome.SAMPLED.name()))
                .and(rule.queue().map(QueueId::value).map(ASKING_DAY.QUEUE_ID::eq).orElseGet(DSL::noCondition));
        var drawn = db.select(DSL.coalesce(DSL.sum(ASKING_DAY.NUMBER), DSL.inline(0)))
                .from(ASKING_DAY)
                .where(where)
                .fetchSingle(0, Long.class);
        return drawn >= rule.atMostPerDay().get() ? Optional.of(AskingOutcome.QUOTA_FULL) : Optional.empty();
    }

    private Condition invitationOf(@Nullable CustomerId customer) {
        return customer == null ? DSL.falseCondition() : SamePerson.invitationOf(customers.together(customer).stream().map(CustomerId::value).toList());
    }

    private boolean exists(Condition where) {
        return db.fetchExists(DSL.selectOne().from(INVITATION).where(where));
    }
}
