package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_END_CUSTOMER;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.AccountPeople.EndCustomer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers who bought through an account. */
@Component
class EndCustomers {
    private final DSLContext db;
    private final Together together;
    private final AccountSight sight;
    private final Recognition recognition;
    private final CustomerTable customers;
    private final IdentityTable identities;
    private final AccountNews news;
    private final Audit audit;
    private final Clock clock;

    EndCustomers(DSLContext db, Together together, AccountSight sight, Recognition recognition, CustomerTable customers, IdentityTable identities, AccountNews news, Audit audit, Clock clock) {
        this.db = db;
        this.together = together;
        this.sight = sight;
        this.recognition = recognition;
        this.customers = customers;
        this.identities = identities;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    Page<EndCustomer> list(Access access, AccountRecord account, String text, @Nullable String cursor, int limit) {
        Condition which = ACCOUNT_END_CUSTOMER.ACCOUNT_ID.eq(account.getId()).and(sight.endCustomer(access));
        if (!text.isBlank()) {
            String sought = text.strip().toLowerCase(Locale.ROOT);
            which = which.and(DSL.lower(SHOWN_CUSTOMER.NAME).contains(sought).or(DSL.lower(Anonymous.ADDRESS).startsWith(sought)));
        }
        if (cursor != null) which = which.and(ACCOUNT_END_CUSTOMER.ID.lt(AccountLists.id(cursor)));
        Result<? extends Record> found = db.select(ACCOUNT_END_CUSTOMER.fields()).select(SHOWN_CUSTOMER.NAME, Anonymous.ADDRESS)
                .from(ACCOUNT_END_CUSTOMER)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_END_CUSTOMER.ACCOUNT_ID))
                .join(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(ACCOUNT_END_CUSTOMER.CUSTOMER_ID))
                .where(which)
                .orderBy(ACCOUNT_END_CUSTOMER.ID.desc())
                .limit(limit + 1)
                .fetch();
        List<? extends Record> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(EndCustomers::view).toList(), found.size() > limit ? shown.getLast().get(ACCOUNT_END_CUSTOMER.ID).toString() : null);
    }

    private static EndCustomer view(Record row) {
        return new EndCustomer(new CustomerId(row.get(ACCOUNT_END_CUSTOMER.CUSTOMER_ID)), row.get(SHOWN_CUSTOMER.NAME), row.get(Anonymous.ADDRESS),
                row.get(ACCOUNT_END_CUSTOMER.SINCE), row.get(ACCOUNT_END_CUSTOMER.UNTIL));
    }

    void link(Access access, AccountRecord account, UUID customer) {
        boolean linked = db.fetchExists(ACCOUNT_END_CUSTOMER, now(account, customer));
        if (linked) return;
        db.insertInto(ACCOUNT_END_CUSTOMER)
                .set(ACCOUNT_END_CUSTOMER.ID, Uuid7.next())
                .set(ACCOUNT_END_CUSTOMER.ACCOUNT_ID, account.getId())
                .set(ACCOUNT_END_CUSTOMER.CUSTOMER_ID, customer)
                .set(ACCOUNT_END_CUSTOMER.SINCE, clock.instant())
                .execute();
        news.about(access, account, customer, "customer-account.end-customer-added");
    }

    void unlink(Access access, AccountRecord account, UUID customer) {
        int ended = db.update(ACCOUNT_END_CUSTOMER).set(ACCOUNT_END_CUSTOMER.UNTIL, clock.instant()).where(now(account, customer)).execute();
        if (ended > 0) news.about(access, account, customer, "customer-account.end-customer-removed");
    }

    private Condition now(AccountRecord account, UUID customer) {
        return ACCOUNT_END_CUSTOMER.ACCOUNT_ID.eq(account.getId()).and(ACCOUNT_END_CUSTOMER.CUSTOMER_ID.in(together.of(customer))).and(ACCOUNT_END_CUSTOMER.UNTIL.isNull());
    }

    CustomerId introduce(Access access, AccountRecord account, String name, String address) {
        CustomerId made = make(access, new BrandId(account.getBrandId()), name, address);
        link(access, account, made.value());
        return made;
    }

    /** People of a partner bring him by name alone: by an address they would learn who is a customer already. */
    CustomerId make(Access access, BrandId brand, String name, String address) {
        new FieldErrors().text("name", name, 200).check(address.isBlank() || access.partner().isEmpty(), "address", "name-alone").verify();
        Address known = address.isBlank() ? null : address(brand, address);
        UUID id = customers.insert(brand, name, null, null);
        if (known != null && !identities.insert(brand, id, known, null, clock.instant())) throw Problem.of("customers/identity-taken", 409);
        audit.record(access, "customer.introduced", "customer", id.toString(), Optional.of(brand), Map.of());
        return new CustomerId(id);
    }

    private Address address(BrandId brand, String typed) {
        IdentityKind kind = typed.contains("@") ? IdentityKind.EMAIL : IdentityKind.PHONE;
        try {
            return recognition.address(brand, kind, typed);
        } catch (Problem noAddress) {
            throw Problem.invalid("address", "address");
        }
    }
}
