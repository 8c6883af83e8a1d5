package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.AccountPeople.EndCustomer;
import nl.hartslag.customers.AccountPeople.Member;
import nl.hartslag.customers.AccountPeople.OfCustomer;
import nl.hartslag.customers.AccountPeople.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members and end customers of accounts. */
@RestController
@Tag(name = "Accounts")
class AccountPeopleController {
    private final AccountPeople people;

    AccountPeopleController(AccountPeople people) {
        this.people = people;
    }

    @Operation(summary = "Members of an account whom you may see")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/api/accounts/{id}/members")
    Page<Member> members(
            Access access,
            @PathVariable CustomerAccountId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return people.members(access, id, cursor, limit);
    }

    @Operation(summary = "Make a customer a member, or change what he is there",
            description = "The main contact before him is no longer. 409 `customer-accounts/member-elsewhere` when he is of another account, "
                    + "`customer-accounts/changed` when somebody changed it after `version`.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/accounts/{id}/members/{customer}")
    void put(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which customer") @PathVariable CustomerId customer, @Valid @RequestBody RoleBody role) {
        people.put(access, id, customer, new Role(role.role() == null ? "" : role.role(), role.main(), role.version()));
    }

    @Operation(summary = "This customer is no member any more")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/accounts/{id}/members/{customer}")
    void remove(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which customer") @PathVariable CustomerId customer) {
        people.remove(access, id, customer);
    }

    @Operation(summary = "Customers who bought through an account, of those whom you may see, newest first", description = "Also those who do not any more.")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/api/accounts/{id}/end-customers")
    Page<EndCustomer> endCustomers(
            Access access,
            @PathVariable CustomerAccountId id,
            @Parameter(description = "Part of a name, or the beginning of an address") @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return people.endCustomers(access, id, text, cursor, limit);
    }

    @Operation(summary = "Add somebody whom we did not know yet and who bought through an account",
            description = "409 `customers/identity-taken` when the address is another customer's.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/accounts/{id}/end-customers")
    Introduced introduce(Access access, @PathVariable CustomerAccountId id, @Valid @RequestBody NewEndCustomer body) {
        return new Introduced(people.introduce(access, id, body.name() == null ? "" : body.name(), body.address() == null ? "" : body.address()));
    }

    @Operation(summary = "This customer buys through the account from now on")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/accounts/{id}/end-customers/{customer}")
    void link(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which customer") @PathVariable CustomerId customer) {
        people.link(access, id, customer);
    }

    @Operation(summary = "This customer does not buy through the account any more")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/accounts/{id}/end-customers/{customer}")
    void unlink(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which customer") @PathVariable CustomerId customer) {
        people.unlink(access, id, customer);
    }

    @Operation(summary = "Of which account a customer is or may be, and through which he bought")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/api/customers/{id}/account")
    OfCustomer of(Access access, @PathVariable CustomerId id) {
        return people.of(access, id);
    }

    /** @param role in words; @param version that one changes; 0 for a new member */
    @Schema(name = "AccountRoleBody")
    record RoleBody(@Nullable String role, boolean main, int version) {}

    /** @param address e-mail address or phone number, if known */
    @Schema(name = "NewEndCustomer")
    record NewEndCustomer(@Nullable String name, @Nullable String address) {}

    @Schema(name = "EndCustomerMade")
    record Introduced(CustomerId id) {}
}
