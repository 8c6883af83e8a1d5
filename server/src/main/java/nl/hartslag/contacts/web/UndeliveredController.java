package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import nl.hartslag.contacts.Undelivered;
import nl.hartslag.contacts.Undelivered.Counts;
import nl.hartslag.contacts.Undelivered.Item;
import nl.hartslag.contacts.Undelivered.Trouble;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that did not reach the customer. */
@RestController
@Tag(name = "Undelivered")
class UndeliveredController {
    private final Undelivered undelivered;

    UndeliveredController(Undelivered undelivered) {
        this.undelivered = undelivered;
    }

    @Operation(summary = "Messages that did not reach the customer, newest first",
            description = "With `mine` only those you wrote, for which handling contacts is enough. Without `trouble` nothing that was given up.")
    @Allowed({Permission.OUTBOX_VIEW, Permission.CONTACTS_HANDLE})
    @GetMapping("/api/undelivered")
    Page<Item> list(
            Access access,
            @Parameter(description = "Only with this trouble; without, everything but what was given up")
                    @RequestParam(required = false) @Nullable Trouble trouble,
            @RequestParam(required = false) @Nullable String search,
            @Parameter(description = "Only messages you wrote") @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return undelivered.list(access, trouble, search, mine, cursor, limit);
    }

    @Operation(summary = "How many messages ask for something, by trouble, and how many of them you wrote")
    @Allowed({Permission.OUTBOX_VIEW, Permission.CONTACTS_HANDLE})
    @GetMapping("/api/undelivered/counts")
    Counts counts(Access access) {
        return undelivered.counts(access);
    }

    @Operation(summary = "Send a message once more, now",
            description = "409 `undelivered/not-stuck` when it left meanwhile, 409 `undelivered/being-sent` while it is being tried.")
    @Allowed({Permission.OUTBOX_VIEW, Permission.CONTACTS_HANDLE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/undelivered/{message}/again")
    void again(Access access, @PathVariable MessageId message) {
        undelivered.again(access, message);
    }

    @Operation(summary = "Try no more and take it off the list", description = "Refused as for sending again.")
    @Allowed({Permission.OUTBOX_VIEW, Permission.CONTACTS_HANDLE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/undelivered/{message}/give-up")
    void giveUp(Access access, @PathVariable MessageId message) {
        undelivered.giveUp(access, message);
    }
}
