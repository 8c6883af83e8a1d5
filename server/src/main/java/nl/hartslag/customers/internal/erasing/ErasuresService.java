package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.internal.MergeLock;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.platform.privacy.Words;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ErasureId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ErasuresService implements Erasures {
    private static final int LONGEST_REFERENCE = 60;
    private final DSLContext db;
    private final Customers customers;
    private final MergeLock lock;
    private final CustomerCard card;
    private final Receipts receipts;
    private final Erasing erasing;
    private final ErasureFile file;
    private final Marks marks;
    private final Audit audit;
    private final Clock clock;

    ErasuresService(DSLContext db, Customers customers, MergeLock lock, CustomerCard card, Receipts receipts, Erasing erasing, ErasureFile file, Marks marks,
            Audit audit, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.lock = lock;
        this.card = card;
        this.receipts = receipts;
        this.erasing = erasing;
        this.file = file;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Preview preview(Access access, CustomerId id) {
        Customer customer = reached(access, id);
        Counts counts = new Counts();
        List<Traces> cards = cards(customer, false);
        cards.forEach(person -> erasing.inTurn().forEach(module -> counts.add(module.find(person))));
        return new Preview(customer.id(), customer.brand(), confirmation(customer), Receipts.counts(counts.all()), cards.stream().mapToInt(card::keptOrders).sum(),
                cards.stream().flatMap(person -> held(person).stream()).distinct().toList(), underWay(cards).map(receipts::receipt).orElse(null));
    }

    /** Each card of the person, the head first: who is one goes as a whole. */
    private List<Traces> cards(Customer customer, boolean ordersToo) {
        return customers.together(customer.id()).stream().map(one -> erasing.traces(Traces.of(customer.brand(), one, ordersToo))).toList();
    }

    private Customer reached(Access access, CustomerId id) {
        ours(access);
        Customer customer = customers.open(access, id);
        access.require(Permission.CUSTOMERS_ERASE, customer.brand());
        return customer;
    }

    /** A partner helps customers that are ours. */
    private static void ours(Access access) {
        access.require(Permission.CUSTOMERS_ERASE);
        if (access.partner().isPresent()) throw Problem.of("access/denied", 403).with("permission", Permission.CUSTOMERS_ERASE.key());
    }

    private String confirmation(Customer customer) {
        if (customer.name() != null) return customer.name();
        return customers.identities(customer.id()).stream().filter(one -> one.kind() != IdentityKind.BROWSER).map(Identity::value).findFirst()
                .orElseGet(() -> customer.id().toString().substring(24));
    }

    /** What looks the same on a screen is the same. */
    private static String asTyped(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private List<Held> held(Traces person) {
        return erasing.inTurn().stream().flatMap(module -> module.held(person).stream()).map(one -> new Held(one.kind(), one.number(), one.id())).toList();
    }

    private Optional<ErasureRecord> underWay(List<Traces> cards) {
        return db.selectFrom(ERASURE).where(ERASURE.CUSTOMER_ID.in(cards.stream().map(one -> one.customer().value()).toList())).and(ERASURE.STATE.in("waiting", "running"))
                .orderBy(ERASURE.NUMBER).limit(1).fetchOptional();
    }

    @Override
    public Receipt begin(Access access, CustomerId id, Request request) {
        Customer customer = reached(access, id);
        lock.take(customer.brand());
        List<Traces> cards = cards(customer, request.ordersToo());
        if (underWay(cards).isPresent()) throw Problem.of("customers/erasure-under-way", 409);
        String reference = request.reference() == null || request.reference().isBlank() ? null : request.reference().strip();
        boolean personal = reference != null
                && (reference.contains("@") || cards.stream().anyMatch(person -> Words.named(reference, person.addresses()) || Words.named(reference, person.names())));
        new FieldErrors()
                .check(asTyped(request.confirm()).equals(asTyped(confirmation(customer))), "confirm", "differs")
                .notLonger("reference", reference, LONGEST_REFERENCE)
                .check(!personal, "reference", "personal")
                .verify();
        String state = cards.stream().allMatch(person -> held(person).isEmpty()) ? "running" : "waiting";
        List<Receipt> begun = cards.stream().map(person -> begin(access, customer, person, request, reference, state)).toList();
        AfterCommit.run(file::write);
        return begun.getFirst();
    }

    private Receipt begin(Access access, Customer customer, Traces person, Request request, @Nullable String reference, String state) {
        ErasureRecord row = db.newRecord(ERASURE);
        row.setId(Uuid7.next());
        row.setBrandId(customer.brand().value());
        row.setCustomerId(person.customer().value());
        row.setState(state);
        row.setAskedBy(request.askedBy().name().toLowerCase(Locale.ROOT));
        row.setReason(request.reason().name().toLowerCase(Locale.ROOT));
        row.setReference(reference);
        row.setOrdersToo(request.ordersToo());
        row.setRequestedAt(clock.instant());
        row.setRequestedBy(access.user().value());
        row.setRequestedName(access.name());
        row.setTraces(erasing.sealed(person));
        row.setMarks(marks.of(customers.identitiesOfCard(person.customer())).toArray(String[]::new));
        row.setKept(receipts.written(new Counts().add("orders", card.keptOrders(person)).all()));
        store(row);
        audit.record(access, "customer.erasure-asked", "erasure", row.getId().toString(), Optional.of(customer.brand()), Map.of("number", row.getNumber()));
        erasing.later(row.getId(), clock.instant());
        return receipts.receipt(row);
    }

    private static void store(ErasureRecord row) {
        try {
            row.insert();
            row.refresh();
        } catch (DuplicateKeyException askedAtTheSameTime) {
            throw Problem.of("customers/erasure-under-way", 409);
        }
    }

    @Override
    public void cancel(Access access, ErasureId id) {
        ours(access);
        db.select(ERASURE.BRAND_ID).from(ERASURE).where(ERASURE.ID.eq(id.value())).fetchOptional().ifPresent(found -> lock.take(new BrandId(found.value1())));
        ErasureRecord row = receipts.row(access, id);
        if (row.getState().equals("cancelled")) return;
        // who is one was asked for as a whole
        List<ErasureRecord> all = db.selectFrom(ERASURE)
                .where(ERASURE.CUSTOMER_ID.in(customers.together(new CustomerId(row.getCustomerId())).stream().map(CustomerId::value).toList()))
                .and(ERASURE.STATE.in("waiting", "running")).orderBy(ERASURE.ID).forUpdate().fetch();
        if (!row.getState().equals("waiting") || all.stream().anyMatch(one -> !one.getState().equals("waiting"))) throw Problem.of("customers/erasure-begun", 409);
        all.forEach(one -> cancelled(access, one));
        AfterCommit.run(file::write);
    }

    private void cancelled(Access access, ErasureRecord row) {
        row.setState("cancelled");
        row.setTraces(null);
        row.setMarks(new String[0]);
        row.update();
        audit.record(access, "customer.erasure-cancelled", "erasure", row.getId().toString(), Optional.empty(), Map.of("number", row.getNumber()));
    }

    @Override
    public Page<Receipt> list(Access access, String text, @Nullable String cursor, int limit) {
        ours(access);
        return receipts.list(access, text, cursor, limit);
    }

    @Override
    public Receipt receipt(Access access, ErasureId id) {
        ours(access);
        return receipts.receipt(receipts.row(access, id));
    }

    @Override
    public List<Receipt> ofAddress(Access access, String address) {
        ours(access);
        return receipts.marked(access, marks.ofTyped(access, address));
    }
}
