package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Colour;
import nl.hartslag.customers.CustomerGroups.Draft;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.StartsAs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups of customers and who is in them. */
@RestController
@Tag(name = "Customers")
class CustomerGroupsController {
    private final CustomerGroups groups;

    CustomerGroupsController(CustomerGroups groups) {
        this.groups = groups;
    }

    @Operation(summary = "Groups of customers of your brands, in order; also those that are not used any more")
    @Allowed({Permission.CUSTOMERS_VIEW, Permission.ORGANISATION_CONFIGURE})
    @GetMapping("/api/customer-groups")
    List<Group> list(Access access) {
        return groups.groups(access);
    }

    @Operation(summary = "Add a group of customers to a brand")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/customer-groups")
    Made create(Access access, @Parameter(description = "To which it is added") @RequestParam BrandId brand, @Valid @RequestBody Body body) {
        return new Made(groups.create(access, brand, body.draft()));
    }

    @Operation(summary = "Change or archive a group of customers",
            description = "409 `customer-groups/changed` when somebody changed it after `version`. Contacts that are open keep the priority they began with.")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/customer-groups/{id}")
    void change(Access access, @PathVariable CustomerGroupId id, @Valid @RequestBody Body body) {
        groups.change(access, id, body.draft(), body.version());
    }

    @Operation(summary = "Put a customer in a group, or in none", description = "What is promised to him by rule and open follows within seconds.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/customers/{id}/group")
    void put(Access access, @PathVariable CustomerId id, @RequestBody InGroup wanted) {
        groups.put(access, id, wanted.group());
    }

    /**
     * @param startsAs with which priority their contacts begin
     * @param version  that one changes; 0 for a new one
     */
    @Schema(name = "CustomerGroupBody")
    record Body(@Nullable String nameNl, @Nullable String nameEn, @NotNull Colour colour, int position, @NotNull StartsAs startsAs, boolean archived, int version) {
        Draft draft() {
            return new Draft(nameNl == null ? "" : nameNl, nameEn == null ? "" : nameEn, colour, position, startsAs, archived);
        }
    }

    /** @param group absent for none */
    @Schema(name = "CustomerInGroup")
    record InGroup(@Nullable CustomerGroupId group) {}

    @Schema(name = "CustomerGroupMade")
    record Made(CustomerGroupId id) {}
}
