package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Erasures.AskedBy;
import nl.hartslag.customers.Erasures.Reason;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Perishable.Kept;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** There is little left to take, so all modules erase in one transaction; the receipt is the same as when he had asked. */
@Component
class ErasedByRule {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String BY = "Hartslag";
    private final DSLContext db;
    private final QuietCustomers quiet;
    private final Customers customers;
    private final Erasing erasing;
    private final CustomerCard card;
    private final Receipts receipts;
    private final Marks marks;
    private final Audit audit;
    private final Clock clock;

    ErasedByRule(DSLContext db, QuietCustomers quiet, Customers customers, Erasing erasing, CustomerCard card, Receipts receipts, Marks marks, Audit audit, Clock clock) {
        this.db = db;
        this.quiet = quiet;
        this.customers = customers;
        this.erasing = erasing;
        this.card = card;
        this.receipts = receipts;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the caller's transaction. @return false when he is needed after all, or somebody has him in hand */
    boolean erase(Kept kept, UUID customer) {
        // whoever deals with him at this moment goes before, sooner than the database sees that the two wait for each other
        db.execute("set local lock_timeout = '500ms'");
        if (!quiet.hold(kept, customer)) return false;
        CustomerId id = new CustomerId(customer);
        Traces person = erasing.traces(Traces.of(kept.brand(), id, false));
        if (erasing.inTurn().stream().anyMatch(module -> !module.held(person).isEmpty())) return false;
        ErasureRecord receipt = receipt(person);
        Counts counts = new Counts();
        boolean found = true;
        while (found) found = round(person, counts);
        receipt.setErased(receipts.written(counts.all()));
        receipt.insert();
        receipt.refresh();
        audit.recordSystem("customer.erased", "erasure", receipt.getId().toString(), Map.of("number", receipt.getNumber()));
        return true;
    }

    private boolean round(Traces person, Counts counts) {
        boolean found = false;
        for (PersonalData module : erasing.inTurn()) {
            Map<String, Integer> erased = module.erase(person);
            counts.add(erased);
            found |= !erased.isEmpty();
        }
        return found;
    }

    private ErasureRecord receipt(Traces person) {
        Instant now = clock.instant();
        ErasureRecord row = db.newRecord(ERASURE);
        row.setId(Uuid7.next());
        row.setBrandId(person.brand().value());
        row.setCustomerId(person.customer().value());
        row.setState("done");
        row.setByRule(true);
        row.setAskedBy(AskedBy.OURSELVES.name().toLowerCase(Locale.ROOT));
        row.setReason(Reason.NO_LONGER_NEEDED.name().toLowerCase(Locale.ROOT));
        row.setOrdersToo(false);
        row.setRequestedAt(now);
        row.setRequestedBy(NOBODY);
        row.setRequestedName(BY);
        row.setFinishedAt(now);
        row.setMarks(marks.of(customers.identitiesOfCard(person.customer())).toArray(String[]::new));
        row.setKept(receipts.written(new Counts().add("orders", card.keptOrders(person)).all()));
        return row;
    }
}
