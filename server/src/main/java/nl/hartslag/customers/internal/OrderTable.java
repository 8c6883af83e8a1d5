package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.ORDER_LINE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.Customers.Order;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields.Reader;
import nl.hartslag.organisation.Fields.Reading;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.OrderId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class OrderTable {
    private static final int MOST_SHOWN = 50;
    private static final int LINES_PER_STATEMENT = 2_000;
    private final DSLContext db;

    OrderTable(DSLContext db) {
        this.db = db;
    }

    List<Order> of(Collection<UUID> cards) {
        var rows = db.selectFrom(CUSTOMER_ORDER)
                .where(CUSTOMER_ORDER.CUSTOMER_ID.in(cards))
                .orderBy(CUSTOMER_ORDER.ORDERED_AT.desc(), CUSTOMER_ORDER.ID.desc())
                .limit(MOST_SHOWN)
                .fetch();
        Map<UUID, List<Line>> lines = db.selectFrom(ORDER_LINE)
                .where(ORDER_LINE.ORDER_ID.eq(DSL.any(rows.map(row -> row.getId()).toArray(UUID[]::new))))
                .orderBy(ORDER_LINE.ORDER_ID, ORDER_LINE.POSITION)
                .fetchGroups(
                        ORDER_LINE.ORDER_ID,
                        row -> new Line(row.getSku(), row.getName(), row.getQuantity(), row.getPriceMinor()));
        return rows.map(row -> new Order(
                new OrderId(row.getId()),
                row.getNumber(),
                row.getOrderedAt(),
                row.getStatus(),
                row.getPaymentStatus(),
                row.getTotalMinor(),
                row.getCurrency(),
                row.getCarrier(),
                row.getTrackingCode(),
                row.getExpectedOn(),
                row.getShippedAt(),
                row.getDeliveredAt(),
                lines.getOrDefault(row.getId(), List.of())));
    }

    /** Stores orders of different numbers, in the order of those. @return the ids by number */
    Map<String, UUID> store(BrandId brand, SortedMap<String, IncomingOrder> orders, Map<String, UUID> customers, Instant now) {
        var insert = db.insertInto(
                CUSTOMER_ORDER,
                CUSTOMER_ORDER.ID,
                CUSTOMER_ORDER.BRAND_ID,
                CUSTOMER_ORDER.CUSTOMER_ID,
                CUSTOMER_ORDER.NUMBER,
                CUSTOMER_ORDER.ORDERED_AT,
                CUSTOMER_ORDER.STATUS,
                CUSTOMER_ORDER.PAYMENT_STATUS,
                CUSTOMER_ORDER.TOTAL_MINOR,
                CUSTOMER_ORDER.CURRENCY,
                CUSTOMER_ORDER.CARRIER,
                CUSTOMER_ORDER.TRACKING_CODE,
                CUSTOMER_ORDER.EXPECTED_ON,
                CUSTOMER_ORDER.SHIPPED_AT,
                CUSTOMER_ORDER.DELIVERED_AT,
                CUSTOMER_ORDER.UPDATED_AT);
        for (IncomingOrder order : orders.values()) {
            insert = insert.values(
                    Uuid7.next(),
                    brand.value(),
                    customers.get(order.number()),
                    order.number(),
                    order.orderedAt(),
                    order.status(),
                    order.paymentStatus(),
                    order.totalMinor(),
                    order.currency(),
                    order.carrier(),
                    order.trackingCode(),
                    order.expectedOn(),
                    order.shippedAt(),
                    order.deliveredAt(),
                    now);
        }
        Map<String, UUID> ids = new HashMap<>();
        insert.onConflict(CUSTOMER_ORDER.BRAND_ID, CUSTOMER_ORDER.NUMBER)
                .doUpdate()
                .set(CUSTOMER_ORDER.CUSTOMER_ID, DSL.excluded(CUSTOMER_ORDER.CUSTOMER_ID))
                .set(CUSTOMER_ORDER.ORDERED_AT, DSL.excluded(CUSTOMER_ORDER.ORDERED_AT))
                .set(CUSTOMER_ORDER.STATUS, DSL.excluded(CUSTOMER_ORDER.STATUS))
                .set(CUSTOMER_ORDER.PAYMENT_STATUS, DSL.excluded(CUSTOMER_ORDER.PAYMENT_STATUS))
                .set(CUSTOMER_ORDER.TOTAL_MINOR, DSL.excluded(CUSTOMER_ORDER.TOTAL_MINOR))
                .set(CUSTOMER_ORDER.CURRENCY, DSL.excluded(CUSTOMER_ORDER.CURRENCY))
                .set(CUSTOMER_ORDER.CARRIER, DSL.excluded(CUSTOMER_ORDER.CARRIER))
                .set(CUSTOMER_ORDER.TRACKING_CODE, DSL.excluded(CUSTOMER_ORDER.TRACKING_CODE))
                .set(CUSTOMER_ORDER.EXPECTED_ON, DSL.excluded(CUSTOMER_ORDER.EXPECTED_ON))
                .set(CUSTOMER_ORDER.SHIPPED_AT, DSL.excluded(CUSTOMER_ORDER.SHIPPED_AT))
                .set(CUSTOMER_ORDER.DELIVERED_AT, DSL.excluded(CUSTOMER_ORDER.DELIVERED_AT))
                .set(CUSTOMER_ORDER.UPDATED_AT, DSL.excluded(CUSTOMER_ORDER.UPDATED_AT))
                .returning(CUSTOMER_ORDER.ID, CUSTOMER_ORDER.NUMBER)
                .forEach(row -> ids.put(row.getNumber(), row.getId()));
        storeLines(orders, ids);
        return ids;
    }

    /** What was given of the fields of the brand; the caller has stored the orders just now, and so holds them. */
    void fill(Map<String, UUID> ids, Collection<IncomingOrder> orders, Reader reader) {
        Map<UUID, Reading> given = new TreeMap<>();
        orders.stream().filter(order -> !order.fieldTexts().isEmpty()).forEach(order -> given.put(ids.get(order.number()), reader.read(order.fieldTexts())));
        if (given.isEmpty()) return;
        List<Query> updates = new ArrayList<>();
        db.select(CUSTOMER_ORDER.ID, CUSTOMER_ORDER.FIELD_VALUES).from(CUSTOMER_ORDER).where(CUSTOMER_ORDER.ID.eq(DSL.any(given.keySet().toArray(UUID[]::new))))
                .forEach(row -> {
                    FieldValues before = FieldValues.read(row.value2().data());
                    FieldValues now = given.get(row.value1()).over(before);
                    if (now.equals(before)) return;
                    updates.add(db.update(CUSTOMER_ORDER).set(CUSTOMER_ORDER.FIELD_VALUES, JSONB.valueOf(now.written())).where(CUSTOMER_ORDER.ID.eq(row.value1())));
                });
        if (!updates.isEmpty()) db.batch(updates).execute();
    }

    private void storeLines(SortedMap<String, IncomingOrder> orders, Map<String, UUID> ids) {
        db.deleteFrom(ORDER_LINE)
                .where(ORDER_LINE.ORDER_ID.eq(DSL.any(ids.values().toArray(UUID[]::new))))
                .execute();
        var insert = lineInsert();
        int waiting = 0;
        for (IncomingOrder order : orders.values()) {
            int position = 0;
            for (Line line : order.lines()) {
                insert = insert.values(
                        ids.get(order.number()), ++position, line.sku(), line.name(), line.quantity(), line.priceMinor());
                if (++waiting == LINES_PER_STATEMENT) {
                    insert.execute();
                    insert = lineInsert();
                    waiting = 0;
                }
            }
        }
        if (waiting > 0) insert.execute();
    }

    private org.jooq.InsertValuesStep6<?, UUID, Integer, String, String, Integer, Long> lineInsert() {
        return db.insertInto(
                ORDER_LINE,
                ORDER_LINE.ORDER_ID,
                ORDER_LINE.POSITION,
                ORDER_LINE.SKU,
                ORDER_LINE.NAME,
                ORDER_LINE.QUANTITY,
                ORDER_LINE.PRICE_MINOR);
    }
}
