package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.OrdersStored;
import nl.hartslag.customers.OrdersStored.Stored;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps with each gesture the first order that its customer placed afterwards, in whatever order orders come in. */
@Component
class NextOrders {
    private final DSLContext db;
    private final Customers customers;

    NextOrders(DSLContext db, Customers customers) {
        this.db = db;
        this.customers = customers;
    }

    /** Of a gesture that is given at a moment that may be past. */
    void fill(GestureRecord row) {
        if (row.getCustomerId() == null) return;
        customers.orders(new CustomerId(row.getCustomerId())).stream()
                .filter(order -> counts(order.status()) && order.orderedAt().isAfter(row.getGivenAt()))
                .min(Comparator.comparing(Customers.Order::orderedAt))
                .ifPresent(order -> set(row, order.number(), order.orderedAt(), order.totalMinor(), order.currency()));
    }

    @EventListener
    void stored(OrdersStored event) {
        Map<UUID, List<Stored>> byCustomer = event.orders().stream().filter(order -> counts(order.status()))
                .collect(Collectors.groupingBy(order -> order.customer().value()));
        if (byCustomer.isEmpty()) return;
        db.selectFrom(GESTURE)
                .where(GESTURE.CUSTOMER_ID.eq(org.jooq.impl.DSL.any(byCustomer.keySet().toArray(UUID[]::new))))
                .and(GESTURE.STATE.eq("given"))
                .orderBy(GESTURE.ID)
                .forUpdate()
                .forEach(row -> byCustomer.get(row.getCustomerId()).stream()
                        .filter(order -> order.orderedAt().isAfter(row.getGivenAt()))
                        .filter(order -> row.getNextOrderAt() == null || order.orderedAt().isBefore(row.getNextOrderAt())
                                || order.number().equals(row.getNextOrderNumber()))
                        .min(Comparator.comparing(Stored::orderedAt))
                        .ifPresent(order -> {
                            set(row, order.number(), order.orderedAt(), order.totalMinor(), order.currency());
                            row.update();
                        }));
    }

    private static boolean counts(String status) {
        return !status.equals("cancelled");
    }

    private static void set(GestureRecord row, String number, java.time.Instant at, long minor, String currency) {
        row.setNextOrderNumber(number);
        row.setNextOrderAt(at);
        row.setNextOrderMinor(minor);
        row.setNextOrderCurrency(currency);
    }
}
