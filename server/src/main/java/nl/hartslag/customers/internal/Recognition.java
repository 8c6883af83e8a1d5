package nl.hartslag.customers.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is this? */
@Component
class Recognition {
    private final Organisation organisation;
    private final CustomerTable customers;
    private final IdentityTable identities;
    private final Clock clock;

    Recognition(Organisation organisation, CustomerTable customers, IdentityTable identities, Clock clock) {
        this.organisation = organisation;
        this.customers = customers;
        this.identities = identities;
        this.clock = clock;
    }

    Address address(BrandId brand, IdentityKind kind, String value) {
        return Address.of(kind, value, organisation.brand(brand).zone());
    }

    Optional<Customer> find(BrandId brand, IdentityKind kind, String value) {
        return identities.customerOf(brand, address(brand, kind, value)).flatMap(customers::find);
    }

    Customer recognise(
            BrandId brand, IdentityKind kind, String value, @Nullable String name, @Nullable String language) {
        Address address = address(brand, kind, value);
        Optional<Customer> known = customers.behind(brand, address);
        if (known.filter(Recognition::complete).isPresent()) return known.get();
        UUID id = known.map(customer -> customer.id().value()).orElseGet(() -> insert(brand, address, name, language));
        if (known.isPresent()) customers.complete(id, name, language);
        return customers.find(id).orElseThrow(() -> Problem.notFound("customers"));
    }

    private static boolean complete(Customer customer) {
        return customer.name() != null && customer.language() != null;
    }

    /** The insert of the address waits for whoever is inserting the same one; who comes second takes the first's customer. */
    private UUID insert(BrandId brand, Address address, @Nullable String name, @Nullable String language) {
        UUID created = customers.insert(brand, name, language, null);
        if (identities.insert(brand, created, address, null, clock.instant())) return created;
        customers.delete(created);
        UUID first = identities.customerOf(brand, address).orElseThrow();
        customers.complete(first, name, language);
        return first;
    }

    void add(CustomerId customer, IdentityKind kind, String value) {
        Customer found = customers.find(customer.value()).orElseThrow(() -> Problem.notFound("customers"));
        Address address = address(found.brand(), kind, value);
        if (identities.insert(found.brand(), customer.value(), address, clock.instant(), clock.instant())) return;
        if (!identities.customerOf(found.brand(), address).equals(Optional.of(customer.value()))) {
            throw Problem.of("customers/identity-taken", 409);
        }
        identities.prove(found.brand(), address, clock.instant());
    }
}
