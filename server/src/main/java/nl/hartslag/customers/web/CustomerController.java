package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.CustomerChange;
import nl.hartslag.customers.Customers.Found;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.Order;
import nl.hartslag.customers.Customers;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Finding, seeing and mending customers. */
@RestController
@Tag(name = "Customers")
class CustomerController {
    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    /** A customer with everything that stands beside a conversation. */
    record CustomerPage(Customer customer, List<Identity> identities, List<Order> orders) {}

    @Operation(summary = "Search customers, newest first")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/api/customers")
    Page<Found> search(
            Access access,
            @Parameter(description = "part of a name, or the beginning of an e-mail address, phone or order number")
                    @RequestParam(defaultValue = "")
                    String text,
            @RequestParam Optional<BrandId> brand,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return customers.search(access, brand, text, cursor, limit);
    }

    @Operation(summary = "A customer with identities and orders; that you opened it is recorded")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/api/customers/{id}")
    CustomerPage open(Access access, @PathVariable CustomerId id) {
        Customer customer = customers.open(access, id);
        return new CustomerPage(customer, customers.identitiesShown(access, id), customers.orders(id));
    }

    @Operation(summary = "Change name, language, country or the wish not to be asked; what is left out stays")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @PatchMapping("/api/customers/{id}")
    Customer change(Access access, @PathVariable CustomerId id, @RequestBody CustomerChange change) {
        return customers.change(access, id, change);
    }

    /** @param take also when it is another customer's until now */
    record NewIdentity(IdentityKind kind, String value, boolean take) {}

    @Operation(summary = "An e-mail address or phone number that is this customer's too",
            description = "409 `customers/identity-taken` when it is another's, with that `customer` and his `name` if you may see him; "
                    + "`take` moves it then. What he wrote before stays where it is. Of people of a partner it is `proposed`, known or not, "
                    + "until somebody of ours adds the same.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/customers/{id}/identities")
    Identity addIdentity(Access access, @PathVariable CustomerId id, @RequestBody NewIdentity identity) {
        return customers.addIdentity(access, id, identity.kind(), identity.value(), identity.take());
    }

    @Operation(summary = "An address that is not this customer's, or a proposal to dismiss; 409 customers/last-identity when he has no other")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/customers/{id}/identities/{identity}")
    void removeIdentity(Access access, @PathVariable CustomerId id, @PathVariable UUID identity) {
        customers.removeIdentity(access, id, identity);
    }
}
