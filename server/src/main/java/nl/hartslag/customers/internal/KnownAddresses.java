package nl.hartslag.customers.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerId;
import org.springframework.stereotype.Component;

/** What people say about whose an address is. It stands in the audit log; whoever knows the address takes it back by saying the opposite. */
@Component
class KnownAddresses {
    private static final Set<IdentityKind> BY_HAND = Set.of(IdentityKind.EMAIL, IdentityKind.PHONE);
    private final Anonymous anonymous;
    private final Seen seen;
    private final Recognition recognition;
    private final IdentityTable identities;
    private final ProposedAddresses proposed;
    private final Together together;
    private final AddressChanges changes;
    private final Audit audit;
    private final Clock clock;

    KnownAddresses(
            Anonymous anonymous, Seen seen, Recognition recognition, IdentityTable identities, ProposedAddresses proposed, Together together,
            AddressChanges changes, Audit audit, Clock clock) {
        this.anonymous = anonymous;
        this.seen = seen;
        this.recognition = recognition;
        this.identities = identities;
        this.proposed = proposed;
        this.together = together;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the customer whose it was until now, if it was another's */
    Optional<CustomerId> add(Access access, CustomerId id, IdentityKind kind, String value, boolean take) {
        Customer customer = seen.customer(access, id);
        if (!BY_HAND.contains(kind)) throw Problem.invalid("kind", "unknown");
        Address address = recognition.address(customer.brand(), kind, value);
        if (access.partner().isPresent() && !known(access, customer, address)) {
            if (proposed.add(access, customer, address)) record(access, "customer.address-proposed", customer, kind, Map.of());
            return Optional.empty();
        }
        Optional<CustomerId> before = confirmed(access, customer, address, take);
        proposed.confirmed(id, address);
        return before;
    }

    /** Whose it is would be told by whether it is refused: people of a partner only say so of whom they see, and propose the rest. */
    private boolean known(Access access, Customer customer, Address address) {
        return !anonymous.is(customer.brand()) && identities.customerOf(customer.brand(), address).flatMap(owner -> seen.find(access, new CustomerId(owner))).isPresent();
    }

    private Optional<CustomerId> confirmed(Access access, Customer customer, Address address, boolean take) {
        CustomerId id = customer.id();
        IdentityKind kind = address.kind();
        if (identities.insert(customer.brand(), id.value(), address, null, clock.instant())) {
            record(access, "customer.address-added", customer, kind, Map.of());
            return Optional.empty();
        }
        UUID owner = identities.customerOf(customer.brand(), address).orElseThrow(() -> Problem.of("customers/identity-taken", 409));
        if (together.of(id.value()).contains(owner)) return Optional.empty();
        if (anonymous.is(customer.brand())) throw taken(Optional.empty());
        Optional<Customer> other = seen.find(access, new CustomerId(owner));
        if (!take || other.isEmpty()) throw taken(other);
        if (!identities.move(customer.brand(), address, owner, id.value())) throw taken(other);
        record(access, "customer.address-moved", customer, kind, Map.of("from", owner.toString()));
        record(access, "customer.address-lost", other.get(), kind, Map.of("to", id.toString()));
        return other.map(Customer::id);
    }

    void remove(Access access, CustomerId id, UUID identity) {
        Customer customer = seen.customer(access, id);
        List<UUID> cards = together.of(customer.id().value());
        List<Identity> all = identities.held(cards);
        Optional<Identity> found = all.stream().filter(each -> each.id().equals(identity)).findFirst();
        if (found.isEmpty()) {
            IdentityKind kind = cards.stream().flatMap(card -> proposed.remove(new CustomerId(card), identity).stream()).findFirst().orElseThrow(() -> Problem.notFound("customers"));
            record(access, "customer.address-dismissed", customer, kind, Map.of());
            return;
        }
        Identity one = found.get();
        if (!BY_HAND.contains(one.kind())) throw Problem.invalid("kind", "unknown");
        if (all.stream().filter(each -> BY_HAND.contains(each.kind())).count() == 1) throw Problem.of("customers/last-identity", 409);
        identities.delete(identity);
        record(access, "customer.address-removed", customer, one.kind(), Map.of());
    }

    Identity of(Customer customer, IdentityKind kind, String value) {
        Address address = recognition.address(customer.brand(), kind, value);
        return proposed.find(customer.id(), address).or(() -> identities.find(customer.brand(), address)).orElseThrow(() -> Problem.notFound("customers"));
    }

    private static Problem taken(Optional<Customer> by) {
        Problem taken = Problem.of("customers/identity-taken", 409);
        by.ifPresent(customer -> taken.with("customer", customer.id().toString()).with("name", customer.name() == null ? "" : customer.name()));
        return taken;
    }

    private void record(Access access, String kind, Customer customer, IdentityKind what, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("kind", IdentityTable.key(what));
        audit.record(access, kind, "customer", customer.id().toString(), Optional.of(customer.brand()), facts);
        changes.write(access, kind, customer, what, more);
    }
}
