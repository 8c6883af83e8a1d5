package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Customers;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.internal.CustomerLock;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations from the draw until they are sent, withdrawn, bounced or too old. */
@Component
public class Invitations {
    /** An invitation can be answered for this long. */
    static final Duration OPEN_FOR = Duration.ofDays(30);

    private final DSLContext db;
    private final Timers timers;
    private final Customers customers;
    private final People people;
    private final Organisation organisation;
    private final CustomerLock lock;
    private final Obstacles obstacles;
    private final AskingRules rules;
    private final InvitationPost post;
    private final AskingDays days;
    private final Clock clock;

    Invitations(
            DSLContext db,
            Timers timers,
            Customers customers,
            People people,
            Organisation organisation,
            CustomerLock lock,
            Obstacles obstacles,
            AskingRules rules,
            InvitationPost post,
            AskingDays days,
            Clock clock) {
        this.db = db;
        this.timers = timers;
        this.customers = customers;
        this.people = people;
        this.organisation = organisation;
        this.lock = lock;
        this.obstacles = obstacles;
        this.rules = rules;
        this.post = post;
        this.days = days;
        this.clock = clock;
    }

    /** Stores the invitation of a decision and sets the moment of sending. */
    void prepare(UUID decision, SolvedCase solved, AskingRule rule, Instant now) {
        CustomerId customerId = solved.customer();
        if (customerId == null) throw new IllegalArgumentException("nobody to invite");
        var customer = customers.customer(customerId).orElseThrow();
        UUID id = Uuid7.next();
        Instant sendAt = now.plus(Duration.ofMinutes(rule.delayMinutes()));
        InvitationRecord row = db.newRecord(INVITATION);
        row.setId(id);
        row.setDecisionId(decision);
        row.setBrandId(solved.brand().value());
        row.setPartnerId(solved.partner().map(PartnerId::value).orElse(null));
        row.setCustomerId(customerId.value());
        row.setCaseId(solved.caseId().value());
        row.setContactId(solved.contact().value());
        row.setConversationId(solved.conversation().value());
        row.setQueueId(solved.queue() == null ? null : solved.queue().value());
        row.setUserId(solved.handledBy().value());
        row.setTeamId(people.teamOf(solved.handledBy()).map(TeamId::value).orElse(null));
        row.setChannel(solved.channel());
        row.setCountry(customer.country());
        row.setLanguage(customer.language() != null
                ? customer.language()
                : organisation.brand(solved.brand()).defaultLanguage());
        row.setState("waiting");
        row.setCreatedAt(now);
        row.setSendAt(sendAt);
        row.insert();
        timers.schedule(InviteTimer.KIND, id.toString(), sendAt, Map.of());
    }

    /** Sends, unless something came in between; a second call does nothing. */
    @Transactional
    void send(UUID id) {
        InvitationRecord row = db.fetchSingle(INVITATION, INVITATION.ID.eq(id));
        lock.take(customers.together(new CustomerId(row.getCustomerId())).getFirst().value());
        row.refresh();
        if (!row.getState().equals("waiting")) return;
        Instant now = clock.instant();
        BrandId brand = new BrandId(row.getBrandId());
        QueueId queue = row.getQueueId() == null ? null : new QueueId(row.getQueueId());
        Instant solvedAt = db.select(DECISION.SOLVED_AT)
                .from(DECISION)
                .where(DECISION.ID.eq(row.getDecisionId()))
                .fetchSingle(DECISION.SOLVED_AT);
        var obstacle = obstacles.beforeSending(
                id,
                new CustomerId(row.getCustomerId()),
                new ContactId(row.getContactId()),
                new CaseId(row.getCaseId()),
                solvedAt,
                rules.rule(brand, queue),
                now);
        if (obstacle.isPresent()) {
            withdraw(row, obstacle.get());
            return;
        }
        MessageId message = post.post(row, now);
        row.setState("sent");
        row.setSentAt(now);
        row.setMessageId(message.value());
        row.setExpiresAt(now.plus(OPEN_FOR));
        row.update();
        count(row, "SENT");
        timers.schedule(ExpireTimer.KIND, id.toString(), now.plus(OPEN_FOR), Map.of());
    }

    /** The case was opened again before its customer was asked. */
    void withdrawWaiting(CaseId caseId) {
        db.selectFrom(INVITATION)
                .where(INVITATION.CASE_ID.eq(caseId.value()), INVITATION.STATE.eq("waiting"))
                .forUpdate()
                .fetch()
                .forEach(row -> withdraw(row, AskingOutcome.CASE_OPEN));
    }

    /** The customer asked not to be asked: what still waits is not sent. */
    public void withdrawWaiting(CustomerId customer) {
        db.selectFrom(INVITATION)
                .where(INVITATION.CUSTOMER_ID.in(customers.together(customer).stream().map(CustomerId::value).toList()), INVITATION.STATE.eq("waiting"))
                .forUpdate()
                .fetch()
                .forEach(row -> withdraw(row, AskingOutcome.OPT_OUT));
    }

    void bounced(MessageId message) {
        db.update(INVITATION)
                .set(INVITATION.STATE, "bounced")
                .where(INVITATION.MESSAGE_ID.eq(message.value()), INVITATION.STATE.eq("sent"))
                .returning()
                .fetch()
                .forEach(row -> count(row, "BOUNCED"));
    }

    /** Answered for the first time. */
    public void answered(InvitationRecord row) {
        timers.cancel(ExpireTimer.KIND, row.getId().toString());
        row.setState("answered");
        row.update();
        count(row, "ANSWERED");
    }

    void expire(UUID id) {
        db.update(INVITATION)
                .set(INVITATION.STATE, "expired")
                .where(INVITATION.ID.eq(id), INVITATION.STATE.in("sent", "bounced"))
                .execute();
    }

    private void withdraw(InvitationRecord row, AskingOutcome because) {
        timers.cancel(InviteTimer.KIND, row.getId().toString());
        row.setState("withdrawn");
        row.setWithdrawnBecause(because.name());
        row.update();
        days.count(day(row, clock.instant()), row.getBrandId(), row.getPartnerId(), row.getQueueId(), "WITHDRAWN");
    }

    /** Counted on the day it was sent, so that answers are compared with the customers who were asked. */
    private void count(InvitationRecord row, String step) {
        if (row.getSentAt() == null) throw new IllegalStateException("not sent: " + row.getId());
        days.count(day(row, row.getSentAt()), row.getBrandId(), row.getPartnerId(), row.getQueueId(), step);
    }

    private LocalDate day(InvitationRecord row, Instant at) {
        return LocalDate.ofInstant(at, organisation.brand(new BrandId(row.getBrandId())).zone());
    }
}
