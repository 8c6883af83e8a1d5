package nl.hartslag.customers.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.customers.AddressMoved;
import nl.hartslag.customers.Customers;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.OrderId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CustomersService implements Customers {
    private final Recognition recognition;
    private final CustomerTable customers;
    private final IdentityTable identities;
    private final Together together;
    private final OrderTable orders;
    private final OrderStore orderStore;
    private final CustomerSearch search;
    private final Seen seen;
    private final Anonymous anonymous;
    private final KnownAddresses addresses;
    private final ProposedAddresses proposed;
    private final Audit audit;
    private final CustomerNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomersService(
            Recognition recognition,
            CustomerTable customers,
            IdentityTable identities,
            Together together,
            OrderTable orders,
            OrderStore orderStore,
            CustomerSearch search,
            Seen seen,
            Anonymous anonymous,
            KnownAddresses addresses,
            ProposedAddresses proposed,
            Audit audit,
            CustomerNews news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recognition = recognition;
        this.customers = customers;
        this.identities = identities;
        this.together = together;
        this.orders = orders;
        this.orderStore = orderStore;
        this.search = search;
        this.seen = seen;
        this.anonymous = anonymous;
        this.addresses = addresses;
        this.proposed = proposed;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Customer recognise(
            BrandId brand, IdentityKind kind, String value, @Nullable String name, @Nullable String language) {
        return recognition.recognise(brand, kind, value, name, language);
    }

    @Override
    public Optional<Customer> find(BrandId brand, IdentityKind kind, String value) {
        return recognition.find(brand, kind, value);
    }

    @Override
    public Optional<Customer> customer(CustomerId id) {
        return customers.page(id.value());
    }

    @Override
    public List<CustomerId> together(CustomerId id) {
        return together.of(id.value()).stream().map(CustomerId::new).toList();
    }

    @Override
    public boolean stays(CustomerId id) {
        return customers.stays(id.value());
    }

    @Override
    public Customer open(Access access, CustomerId id) {
        access.require(Permission.CUSTOMERS_VIEW);
        Customer customer = seen.customer(access, id);
        opened(access, customer);
        return customer;
    }

    private void opened(Access access, Customer customer) {
        audit.opened(access, "customer.opened", "customer", customer.id().toString(), Optional.of(customer.brand()));
    }

    @Override
    public List<Identity> identities(CustomerId id) {
        return identities.of(together.of(id.value()));
    }

    @Override
    public List<Identity> identitiesOfCard(CustomerId id) {
        return identities.of(id.value());
    }

    @Override
    public List<Identity> identitiesShown(Access access, CustomerId id) {
        BrandId brand = seen.customer(access, id).brand();
        boolean unseen = anonymous.is(brand) && !access.may(Permission.CUSTOMERS_ERASE, brand);
        return Stream.concat(identities(id).stream(), together(id).stream().flatMap(card -> proposed.of(card).stream())).map(one -> unseen ? one.unseen() : one).toList();
    }

    @Override
    public void addIdentity(CustomerId id, IdentityKind kind, String value) {
        recognition.add(id, kind, value);
    }

    @Override
    public Identity addIdentity(Access access, CustomerId id, IdentityKind kind, String value, boolean take) {
        access.require(Permission.CUSTOMERS_CHANGE);
        CustomerId head = seen.customer(access, id).id();
        addresses.add(access, head, kind, value, take).ifPresent(before -> moved(before, head));
        return addresses.of(tell(head), kind, value);
    }

    /** One person: who does not want to be asked at this address, does not want it under another name either. */
    private void moved(CustomerId from, CustomerId to) {
        Customer before = tell(from);
        if (before.surveysDeclined()) declined(to, true);
        events.publishEvent(new AddressMoved(before.brand(), from, to, clock.instant()));
    }

    @Override
    public void removeIdentity(Access access, CustomerId id, UUID identity) {
        access.require(Permission.CUSTOMERS_CHANGE);
        addresses.remove(access, id, identity);
        tell(id);
    }

    @Override
    public List<Order> orders(CustomerId id) {
        return orders.of(together.of(id.value()));
    }

    @Override
    public Page<Found> search(Access access, Optional<BrandId> brand, String text, @Nullable String cursor, int limit) {
        access.require(Permission.CUSTOMERS_VIEW);
        return search.search(access, brand, text, cursor, limit);
    }

    @Override
    public Customer change(Access access, CustomerId id, CustomerChange change) {
        access.require(Permission.CUSTOMERS_CHANGE);
        Customer before = seen.customer(access, id);
        opened(access, before);
        String name = change.name() == null ? before.name() : CustomerTable.name(change.name());
        String language = chosen(change.language(), before.language());
        String country = chosen(change.country(), before.country());
        new FieldErrors()
                .check(language == null || Objects.equals(language, CustomerTable.language(language)), "language", "unknown")
                .check(OrderRules.isCountry(country), "country", "country")
                .notLonger("name", change.name(), 200)
                .verify();
        customers.change(before.id().value(), name, language, country);
        if (change.surveysDeclined() != null) declined(before.id(), change.surveysDeclined());
        return tell(before.id());
    }

    /** Null leaves it, empty makes it unknown. */
    private static @Nullable String chosen(@Nullable String wanted, @Nullable String before) {
        if (wanted == null) return before;
        return wanted.isBlank() ? null : wanted.strip();
    }

    @Override
    public void declineSurveys(CustomerId id, boolean declined) {
        if (declined(id, declined)) tell(id);
    }

    /** Whoever does not want to be asked, wants it under none of his addresses. */
    private boolean declined(CustomerId id, boolean declined) {
        return together.of(id.value()).stream().filter(card -> customers.declineSurveys(card, declined)).count() > 0;
    }

    private Customer tell(CustomerId id) {
        return news.changed(id);
    }

    @Override
    public OrderId storeOrder(BrandId brand, IncomingOrder order) {
        UUID id = orderStore.store(brand, List.of(order)).get(order.number());
        return new OrderId(Objects.requireNonNull(id));
    }

    @Override
    public void storeOrders(BrandId brand, List<IncomingOrder> incoming) {
        orderStore.store(brand, incoming);
    }
}
