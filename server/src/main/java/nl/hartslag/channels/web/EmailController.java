package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.Inbox;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.channels.EmailInboxes.TestResult;
import nl.hartslag.channels.SpamList;
import nl.hartslag.channels.SpamList.Blocked;
import nl.hartslag.channels.SpamList.Held;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
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

/** E-mail addresses and blocked senders. */
@RestController
@Tag(name = "E-mail")
class EmailController {
    private final EmailInboxes inboxes;
    private final SpamList spam;

    EmailController(EmailInboxes inboxes, SpamList spam) {
        this.inboxes = inboxes;
        this.spam = spam;
    }

    record Block(@NotNull BrandId brand, @NotBlank String sender) {}

    /** @param unblock let later mail of this sender in, too */
    record Release(boolean unblock) {}

    record Active(boolean active) {}

    @Operation(summary = "The e-mail addresses of your brands, with their state; passwords are never shown")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @GetMapping("/api/email-accounts")
    List<Inbox> all(Access access) {
        return inboxes.inboxes(access);
    }

    @Operation(summary = "Add an address; 422 request/invalid with a text per field")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/email-accounts")
    Inbox create(Access access, @Valid @RequestBody InboxDraft draft) {
        return inboxes.create(access, draft);
    }

    @Operation(summary = "Change an address; a password that is left out stays what it was")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PutMapping("/api/email-accounts/{id}")
    Inbox change(Access access, @PathVariable AccountId id, @Valid @RequestBody InboxDraft draft) {
        return inboxes.change(access, id, draft);
    }

    @Operation(summary = "Switch an address on or off")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PutMapping("/api/email-accounts/{id}/active")
    Inbox switchOn(Access access, @PathVariable AccountId id, @Valid @RequestBody Active body) {
        return inboxes.switchOn(access, id, body.active());
    }

    @Operation(summary = "Log in to its mailbox and relay and say how that went; takes up to half a minute")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PostMapping("/api/email-accounts/{id}/test")
    TestResult test(Access access, @PathVariable AccountId id) {
        return inboxes.test(access, id);
    }

    @Operation(summary = "Mail kept out because its sender is blocked, newest first, by words in sender or subject")
    @Allowed(Permission.CONTACTS_HANDLE)
    @GetMapping("/api/held-mails")
    Page<Held> held(Access access, @RequestParam(required = false) @Nullable String search,
                    @RequestParam(required = false) @Nullable String cursor,
                    @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return spam.held(access, search, cursor, limit);
    }

    @Operation(summary = "Take a mail in after all, and lift what keeps its sender out if so wished; 409 spam/not-held")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/held-mails/{id}/release")
    void release(Access access, @PathVariable EnvelopeId id, @Valid @RequestBody Release body) {
        spam.release(access, id, body.unblock());
    }

    @Operation(summary = "Senders that are blocked now, newest first")
    @Allowed({Permission.INTAKE_VIEW, Permission.CONTACTS_HANDLE})
    @GetMapping("/api/blocked-senders")
    Page<Blocked> blocked(Access access, @RequestParam(required = false) @Nullable String cursor,
                          @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return spam.blocked(access, cursor, limit);
    }

    @Operation(summary = "Block an address, or a domain written as @domain, for one brand")
    @Allowed(Permission.CONTACTS_HANDLE)
    @PostMapping("/api/blocked-senders")
    Blocked block(Access access, @Valid @RequestBody Block body) {
        return spam.block(access, body.brand(), body.sender());
    }

    @Operation(summary = "Lift a block; 404 blocked-senders/not-found")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/blocked-senders/{id}")
    void lift(Access access, @PathVariable UUID id) {
        spam.lift(access, id);
    }
}
