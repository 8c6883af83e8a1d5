package nl.hartslag.customers.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.CustomerChanged;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells modules and screens what is known of a customer now, under each of his cards. */
@Component
class CustomerNews {
    private final CustomerTable customers;
    private final Together together;
    private final LiveStream live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerNews(CustomerTable customers, Together together, LiveStream live, ApplicationEventPublisher events, Clock clock) {
        this.customers = customers;
        this.together = together;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    Customer changed(CustomerId id) {
        Customer now = customers.page(id.value()).orElseThrow(() -> Problem.notFound("customers"));
        for (UUID card : together.of(id.value())) {
            events.publishEvent(new CustomerChanged(new CustomerId(card), now.brand(), now.name(), now.language(), now.country(), now.surveysDeclined(), clock.instant()));
            screens(now.brand(), card);
        }
        return now;
    }

    void screens(BrandId brand, UUID card) {
        live.publish(LiveEvent.ofBrand("customer.changed", brand, Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", card)));
    }
}
