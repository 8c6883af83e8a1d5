package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds or makes the customers of many orders in a few statements. The shop's word proves their address. */
@Component
class KnownBuyers {
    private final DSLContext db;
    private final IdentityTable identities;
    private final Clock clock;

    KnownBuyers(DSLContext db, IdentityTable identities, Clock clock) {
        this.db = db;
        this.identities = identities;
        this.clock = clock;
    }

    /** @param orders by normalised address, in its order, so that two imports never wait for each other in a ring */
    Map<String, UUID> customersOf(BrandId brand, SortedMap<String, IncomingOrder> orders, Map<String, Address> addresses) {
        Map<String, UUID> known = new HashMap<>(identities.customersOf(brand, IdentityKind.EMAIL, orders.keySet()));
        complete(known, orders);
        prove(brand, known.keySet());
        List<String> unknown = orders.keySet().stream().filter(value -> !known.containsKey(value)).toList();
        if (!unknown.isEmpty()) known.putAll(make(brand, unknown, orders, addresses));
        return known;
    }

    private Map<String, UUID> make(
            BrandId brand, List<String> unknown, Map<String, IncomingOrder> orders, Map<String, Address> addresses) {
        Instant now = clock.instant();
        Map<String, UUID> made = new HashMap<>();
        var customers = db.insertInto(
                CUSTOMER, CUSTOMER.ID, CUSTOMER.BRAND_ID, CUSTOMER.NAME, CUSTOMER.LANGUAGE, CUSTOMER.COUNTRY, CUSTOMER.CREATED_AT);
        for (String value : unknown) {
            IncomingOrder order = orders.get(value);
            UUID id = Uuid7.next();
            made.put(value, id);
            customers = customers.values(
                    id,
                    brand.value(),
                    CustomerTable.name(order.customerName()),
                    CustomerTable.language(order.language()),
                    order.country(),
                    now);
        }
        customers.execute();
        var rows = db.insertInto(
                IDENTITY,
                IDENTITY.ID,
                IDENTITY.CUSTOMER_ID,
                IDENTITY.BRAND_ID,
                IDENTITY.KIND,
                IDENTITY.VALUE,
                IDENTITY.SHOWN,
                IDENTITY.PROVEN_AT,
                IDENTITY.CREATED_AT);
        for (String value : unknown) {
            String kind = IdentityTable.key(IdentityKind.EMAIL);
            String shown = addresses.get(value).shown();
            rows = rows.values(Uuid7.next(), made.get(value), brand.value(), kind, value, shown, now, now);
        }
        List<String> placed = rows.onConflict(IDENTITY.BRAND_ID, IDENTITY.KIND, IDENTITY.VALUE)
                .doNothing()
                .returning(IDENTITY.VALUE)
                .fetch(IDENTITY.VALUE);
        if (placed.size() < unknown.size()) replaceLosers(brand, made, placed);
        return made;
    }

    /** Somebody else made some of them meanwhile: theirs stay, ours go. */
    private void replaceLosers(BrandId brand, Map<String, UUID> made, List<String> placed) {
        Collection<String> lost = new ArrayList<>(made.keySet());
        lost.removeAll(placed);
        db.deleteFrom(CUSTOMER).where(CUSTOMER.ID.in(lost.stream().map(made::get).toList())).execute();
        made.putAll(identities.customersOf(brand, IdentityKind.EMAIL, lost));
    }

    private void complete(Map<String, UUID> known, Map<String, IncomingOrder> orders) {
        Map<UUID, IncomingOrder> byCustomer = new HashMap<>();
        known.forEach((value, id) -> byCustomer.put(id, orders.get(value)));
        List<Query> updates = new ArrayList<>();
        db.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(DSL.any(byCustomer.keySet().toArray(UUID[]::new))))
                .and(CUSTOMER.NAME.isNull().or(CUSTOMER.LANGUAGE.isNull()).or(CUSTOMER.COUNTRY.isNull()))
                .orderBy(CUSTOMER.ID)
                .forEach(row -> {
                    IncomingOrder order = byCustomer.get(row.getId());
                    updates.add(db.update(CUSTOMER)
                            .set(CUSTOMER.NAME, DSL.coalesce(CUSTOMER.NAME, DSL.val(CustomerTable.name(order.customerName()))))
                            .set(CUSTOMER.LANGUAGE, DSL.coalesce(CUSTOMER.LANGUAGE, DSL.val(CustomerTable.language(order.language()))))
                            .set(CUSTOMER.COUNTRY, DSL.coalesce(CUSTOMER.COUNTRY, DSL.val(order.country())))
                            .where(CUSTOMER.ID.eq(row.getId())));
                });
        if (!updates.isEmpty()) db.batch(updates).execute();
    }

    private void prove(BrandId brand, Collection<String> values) {
        if (values.isEmpty()) return;
        db.update(IDENTITY)
                .set(IDENTITY.PROVEN_AT, clock.instant())
                .where(IDENTITY.BRAND_ID.eq(brand.value()))
                .and(IDENTITY.KIND.eq(IdentityTable.key(IdentityKind.EMAIL)))
                .and(IDENTITY.VALUE.eq(DSL.any(values.toArray(String[]::new))))
                .and(IDENTITY.PROVEN_AT.isNull())
                .execute();
    }
}
