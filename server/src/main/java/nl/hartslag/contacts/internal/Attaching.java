package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.SameCase.Mode;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where the brand chose so, a conversation joins the open case of its customer about the same order and the same reason. In its own
 * transaction, a moment after the customer wrote or somebody registered the reason: nobody waits for it. What was taken back stays so.
 */
@Component
class Attaching implements TimerHandler {
    private static final String TIMER = "contacts.attach";
    private static final int MOST_CASES = 20;

    private final DSLContext db;
    private final SameCaseService sameCase;
    private final Customers customers;
    private final NamedOrders orders;
    private final CaseMoves moves;
    private final Timers timers;
    private final Clock clock;

    Attaching(DSLContext db, SameCaseService sameCase, Customers customers, NamedOrders orders, CaseMoves moves, Timers timers, Clock clock) {
        this.db = db;
        this.sameCase = sameCase;
        this.customers = customers;
        this.orders = orders;
        this.moves = moves;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener
    void opened(ContactOpened event) {
        if (event.reason().isPresent()) soon(event.contact(), event.brand());
    }

    @EventListener
    void registered(ContactRegistered event) {
        soon(event.contact(), event.brand());
    }

    private void soon(ContactId contact, BrandId brand) {
        if (sameCase.of(brand).mode() == Mode.ATTACH) timers.schedule(TIMER, contact.toString(), clock.instant(), Map.of());
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        db.selectFrom(CONTACT).where(CONTACT.ID.eq(UUID.fromString(timer.key()))).fetchOptional()
                .filter(contact -> contact.getCustomerId() != null && contact.getReasonId() != null && !contact.getState().equals("ended"))
                .filter(contact -> sameCase.of(new BrandId(contact.getBrandId())).mode() == Mode.ATTACH)
                .ifPresent(contact -> caseFor(contact).ifPresent(into -> moves.byRule(
                        new BrandId(contact.getBrandId()), new ContactId(contact.getId()), new CaseId(contact.getCaseId()), into, TIMER + " " + contact.getId())));
    }

    /** The latest of the customer's earlier cases that are not solved, for the same reason, in which the same order is named. */
    private Optional<CaseId> caseFor(ContactRecord contact) {
        List<String> numbers = customers.orders(new CustomerId(contact.getCustomerId())).stream().map(Customers.Order::number).toList();
        Set<String> named = orders.of(CONVERSATION.ID.eq(contact.getConversationId()), numbers);
        if (named.isEmpty()) return Optional.empty();
        var own = CASES.as("own");
        return db.select(CASES.ID)
                .from(CASES)
                .where(CASES.CUSTOMER_ID.in(Reading.cards(customers, new CustomerId(contact.getCustomerId()))))
                .and(CASES.BRAND_ID.eq(contact.getBrandId()))
                .and(DSL.row(CASES.OPENED_AT, CASES.ID).lt(DSL.select(own.OPENED_AT, own.ID).from(own).where(own.ID.eq(contact.getCaseId()))))
                .and(CASES.STATE.notIn("solved", "merged"))
                .andExists(db.selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASES.ID)).and(CONTACT.REASON_ID.eq(contact.getReasonId())))
                .orderBy(CASES.OPENED_AT.desc(), CASES.ID.desc())
                .limit(MOST_CASES)
                .fetch(CASES.ID)
                .stream()
                .filter(other -> !Collections.disjoint(orders.of(CONVERSATION.CASE_ID.eq(other), numbers), named))
                .findFirst()
                .map(CaseId::new);
    }
}
