package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.CustomerAccounts.AccountLine;
import nl.hartslag.customers.CustomerAccounts.AccountPage;
import nl.hartslag.customers.CustomerAccounts.AgreementDraft;
import nl.hartslag.customers.CustomerAccounts.Draft;
import nl.hartslag.customers.CustomerAccounts.Filter;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.customers.CustomerAccounts.Manager;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AgreementId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and what was agreed with them. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "Accounts")
class AccountsController {
    private final CustomerAccounts accounts;

    AccountsController(CustomerAccounts accounts) {
        this.accounts = accounts;
    }

    @Operation(summary = "Accounts that you may see, by name", description = "Those that are archived are left out, unless only they are asked for.")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping
    Page<AccountLine> list(
            Access access,
            @Parameter(description = "Part of a name, or the beginning of a number or a mail domain") @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<BrandId> brand,
            @Parameter(description = "Only of this kind") @RequestParam Optional<Kind> kind,
            @Parameter(description = "Only those that are archived") @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return accounts.list(access, new Filter(brand, text, kind, archived), cursor, limit);
    }

    @Operation(summary = "An account with what was agreed, and how many belong to it")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @GetMapping("/{id}")
    AccountPage page(Access access, @PathVariable CustomerAccountId id) {
        return accounts.page(access, id);
    }

    @Operation(summary = "Who can look after accounts of a brand")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @GetMapping("/managers")
    List<Manager> managers(Access access, @Parameter(description = "Of which brand") @RequestParam BrandId brand) {
        return accounts.managers(access, brand);
    }

    @Operation(summary = "Add an account to a brand")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    Made create(Access access, @Parameter(description = "To which it is added") @RequestParam BrandId brand, @Valid @RequestBody Body body) {
        return new Made(accounts.create(access, brand, body.draft()));
    }

    @Operation(summary = "Change or archive an account",
            description = "409 `customer-accounts/changed` when somebody changed it after `version`. Of an archived account nobody is suggested as a member, "
                    + "and its members no longer follow its group.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{id}")
    void change(Access access, @PathVariable CustomerAccountId id, @Valid @RequestBody Body body) {
        accounts.change(access, id, body.draft(), body.version());
    }

    @Operation(summary = "Write down what was agreed with an account")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/{id}/agreements")
    Agreed agree(Access access, @PathVariable CustomerAccountId id, @Valid @RequestBody AgreementBody body) {
        return new Agreed(accounts.agree(access, id, body.draft()));
    }

    @Operation(summary = "Change an agreement", description = "409 `customer-accounts/changed` when somebody changed it after `version`.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/{id}/agreements/{agreement}")
    void changeAgreement(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which agreement") @PathVariable AgreementId agreement, @Valid @RequestBody AgreementBody body) {
        accounts.changeAgreement(access, id, agreement, body.draft(), body.version());
    }

    @Operation(summary = "Take away an agreement that was never made; one that ended stays, with its last day",
            description = "409 `customer-accounts/changed` when somebody changed it after `version`. Harmless when repeated.")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}/agreements/{agreement}")
    void dropAgreement(Access access, @PathVariable CustomerAccountId id, @Parameter(description = "Which agreement") @PathVariable AgreementId agreement,
            @Parameter(description = "That one saw") @RequestParam int version) {
        accounts.dropAgreement(access, id, agreement, version);
    }

    /**
     * @param number  by which we know it
     * @param manager who of us looks after it
     * @param group   in which its members are, unless in one themselves
     * @param domains of its mail, such as shop.example; none at which everybody can have an address
     * @param version that one changes; 0 for a new one
     */
    @Schema(name = "CustomerAccountBody")
    record Body(
            @NotNull Kind kind, @Nullable String name, @Nullable String number, @Nullable UserId manager, @Nullable CustomerGroupId group,
            @Nullable List<String> domains, boolean archived, int version) {
        Draft draft() {
            return new Draft(kind, name == null ? "" : name, number == null ? "" : number, manager, group, domains == null ? List.of() : domains, archived);
        }
    }

    /** @param validUntil the last day; @param link where it can be read whole; @param version that one changes; 0 for a new one */
    @Schema(name = "AccountAgreementBody")
    record AgreementBody(
            @Nullable String title, @Nullable String words, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, @Nullable String link, int version) {
        AgreementDraft draft() {
            return new AgreementDraft(title == null ? "" : title, words == null ? "" : words, validFrom, validUntil, link == null ? "" : link);
        }
    }

    @Schema(name = "CustomerAccountMade")
    record Made(CustomerAccountId id) {}

    @Schema(name = "AccountAgreementMade")
    record Agreed(AgreementId id) {}
}
