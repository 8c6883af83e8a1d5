package nl.hartslag.customers.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.OrdersStored;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Reader;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in orders, many in a few statements, with the customers they belong to. */
@Component
class OrderStore {
    private static final int AT_ONCE = 1_000;
    private final Recognition recognition;
    private final KnownBuyers buyers;
    private final OrderTable orders;
    private final Fields fields;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderStore(Recognition recognition, KnownBuyers buyers, OrderTable orders, Fields fields, ApplicationEventPublisher events, Clock clock) {
        this.recognition = recognition;
        this.buyers = buyers;
        this.orders = orders;
        this.fields = fields;
        this.events = events;
        this.clock = clock;
    }

    /** @return ids by number */
    Map<String, UUID> store(BrandId brand, List<IncomingOrder> incoming) {
        SortedMap<String, IncomingOrder> byNumber = new TreeMap<>();
        Reader reader = fields.reader(brand, Kind.ORDER);
        for (IncomingOrder order : incoming) {
            FieldErrors errors = OrderRules.errors(order);
            reader.read(order.fieldTexts()).faults().forEach((key, fault) -> {
                if (fault.limit() == null) errors.check(false, "fields." + key, fault.code());
                else errors.check(false, "fields." + key, fault.code(), fault.limit());
            });
            errors.verify();
            byNumber.put(order.number(), order);
        }
        Map<String, UUID> ids = new HashMap<>();
        SortedMap<String, IncomingOrder> part = new TreeMap<>();
        for (var entry : byNumber.entrySet()) {
            part.put(entry.getKey(), entry.getValue());
            if (part.size() == AT_ONCE) {
                ids.putAll(storePart(brand, part, reader));
                part.clear();
            }
        }
        if (!part.isEmpty()) ids.putAll(storePart(brand, part, reader));
        return ids;
    }

    private Map<String, UUID> storePart(BrandId brand, SortedMap<String, IncomingOrder> part, Reader reader) {
        Map<String, Address> addresses = new HashMap<>();
        SortedMap<String, IncomingOrder> byAddress = new TreeMap<>();
        Map<String, String> addressOfNumber = new HashMap<>();
        for (IncomingOrder order : part.values()) {
            Address address = recognition.address(brand, IdentityKind.EMAIL, order.customerEmail());
            addresses.put(address.value(), address);
            byAddress.putIfAbsent(address.value(), order);
            addressOfNumber.put(order.number(), address.value());
        }
        Map<String, UUID> customers = buyers.customersOf(brand, byAddress, addresses);
        Map<String, UUID> customerOfNumber = new HashMap<>();
        addressOfNumber.forEach((number, address) -> customerOfNumber.put(number, customers.get(address)));
        Instant now = clock.instant();
        Map<String, UUID> ids = orders.store(brand, part, customerOfNumber, now);
        orders.fill(ids, part.values(), reader);
        events.publishEvent(new OrdersStored(brand, part.values().stream().map(order -> stored(order, customerOfNumber)).toList(), now));
        return ids;
    }

    private static OrdersStored.Stored stored(IncomingOrder order, Map<String, UUID> customers) {
        return new OrdersStored.Stored(new CustomerId(customers.get(order.number())), order.number(), order.orderedAt(), order.status(),
                order.totalMinor(), order.currency());
    }
}
