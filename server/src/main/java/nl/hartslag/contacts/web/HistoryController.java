package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a customer came with before. */
@RestController
@Tag(name = "Contacts")
class HistoryController {
    private final Contacts contacts;

    HistoryController(Contacts contacts) {
        this.contacts = contacts;
    }

    @Operation(summary = "Earlier contacts of a customer that you may see, newest first")
    @Allowed(Permission.CONTACTS_VIEW)
    @GetMapping("/api/contacts/history")
    Page<ContactView> history(
            Access access,
            @Parameter(description = "Whose contacts") @RequestParam CustomerId customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return contacts.history(access, customer, cursor, limit);
    }
}
