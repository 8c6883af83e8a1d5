package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import nl.hartslag.customers.OnePerson;
import nl.hartslag.customers.OnePerson.Fact;
import nl.hartslag.customers.OnePerson.Merge;
import nl.hartslag.customers.OnePerson.MergedCard;
import nl.hartslag.customers.OnePerson.Preview;
import nl.hartslag.customers.OnePerson.Suggestion;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers who turn out to be one person. */
@RestController
@RequestMapping("/api/customers/{id}")
@Tag(name = "Customers")
class OnePersonController {
    private final OnePerson people;

    OnePersonController(OnePerson people) {
        this.people = people;
    }

    @GetMapping("/merges")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @Operation(summary = "Cards that were merged into this customer, the latest first")
    List<MergedCard> merged(Access access, @PathVariable CustomerId id) {
        return people.merged(access, id);
    }

    @GetMapping("/merges/{other}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @Operation(summary = "Two customers beside each other, before they become one; that you opened both is recorded")
    Preview preview(Access access, @PathVariable CustomerId id, @Parameter(description = "The other customer") @PathVariable CustomerId other) {
        return people.preview(access, id, other);
    }

    @PostMapping("/merges/{other}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The other is the same person: from now on one page, one history, one recognition; can be taken apart",
            description = "Not for people of a partner. 409 `customers/unproven` where an address is not proven, unless `unproven` says so; 409 `customers/erasure-under-way`.")
    void merge(Access access, @PathVariable CustomerId id, @Parameter(description = "The other customer") @PathVariable CustomerId other, @Valid @RequestBody Chosen chosen) {
        people.merge(access, id, new Merge(other, chosen.take(), chosen.unproven()));
    }

    @DeleteMapping("/merges/{other}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take apart: both as they were, and what came since with the one whose address it came to")
    void takeApart(Access access, @PathVariable CustomerId id, @Parameter(description = "The other customer") @PathVariable CustomerId other) {
        people.takeApart(access, id, other);
    }

    @GetMapping("/same-person")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @Operation(summary = "Who may be the same person, and why; at most five, none of an anonymous brand")
    List<Suggestion> suggestions(Access access, @PathVariable CustomerId id) {
        return people.suggestions(access, id);
    }

    @PostMapping("/not-same/{other}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "They are not the same person: not suggested any more")
    void notSame(Access access, @PathVariable CustomerId id, @Parameter(description = "The other customer") @PathVariable CustomerId other) {
        people.notSame(access, id, other, false);
    }

    @DeleteMapping("/not-same/{other}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Perhaps they are after all")
    void perhaps(Access access, @PathVariable CustomerId id, @Parameter(description = "The other customer") @PathVariable CustomerId other) {
        people.notSame(access, id, other, true);
    }

    /** @param take what is taken over from the other; what this one does not know is always @param unproven said knowing that an address is not proven */
    @Schema(name = "MergeChoice")
    record Chosen(@NotNull Set<Fact> take, boolean unproven) {}
}
