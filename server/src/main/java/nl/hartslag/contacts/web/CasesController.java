package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.CaseStage;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.contacts.Cases.CasePage;
import nl.hartslag.contacts.Cases.FieldChosen;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases whole, and which contacts belong to which. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CasesController {
    private final Cases cases;

    CasesController(Cases cases) {
        this.cases = cases;
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Cases that you may see, newest first", description = "Those that were joined to another case are left out.")
    Page<CaseHit> find(
            Access access,
            @RequestParam Optional<BrandId> brand,
            @Parameter(description = "Only of this customer, or for him") @RequestParam Optional<CustomerId> customer,
            @Parameter(description = "Only of members and end customers of this account, or for them") @RequestParam Optional<CustomerAccountId> account,
            @Parameter(description = "A case number, or a customer's name, address or order number") @RequestParam(required = false) @Nullable String search,
            @Parameter(description = "Only those that are not solved") @RequestParam(defaultValue = "false") boolean open,
            @Parameter(description = "Only those that are solved") @RequestParam(defaultValue = "false") boolean solved,
            @Parameter(description = "Only those that stand so") @RequestParam Optional<CaseStage> stage,
            @Parameter(description = "Only those that stand in this sub-state") @RequestParam Optional<SubStateId> subState,
            @Parameter(description = "Only those where this field holds `value`") @RequestParam Optional<FieldId> field,
            @Parameter(description = "The id of a choice, or `true` or `false`") @RequestParam Optional<String> value,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(200) int limit) {
        Optional<FieldChosen> chosen = field.flatMap(one -> value.map(wanted -> new FieldChosen(one, wanted)));
        return cases.find(access, new CaseFilter(brand, customer, account, search, open, solved, subState, chosen, stage), cursor, limit);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "A case with the newest of its contacts, their conversations, its promises and changes",
            description = "At most 200 changes and 200 promises; what is still to be kept is always among them.")
    CasePage page(
            Access access,
            @PathVariable CaseId id,
            @Parameter(description = "How many of its contacts, from the newest back") @RequestParam(defaultValue = "100") @Min(1) @Max(2_000) int contacts) {
        return cases.page(access, id, contacts);
    }

    @PutMapping("/{id}/subject")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say in other words what a case is about")
    void rename(Access access, @PathVariable CaseId id, @Valid @RequestBody Subject subject) {
        cases.rename(access, id, subject.subject());
    }

    @PostMapping("/{id}/merge")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Join a case to another one, which goes on for both",
            description = "Open when one of both is, else waiting for a department, else for the customer, when one is. The same `clientKey` is one change. 409 `cases/merged` "
                    + "when it went elsewhere already, `cases/changed` when it changed meanwhile; 403 `cases/not-whole` when you do not see all of it.")
    Changed merge(Access access, @PathVariable CaseId id, @Valid @RequestBody Merging merging) {
        return new Changed(cases.merge(access, id, new Joining(merging.into(), merging.why(), merging.clientKey())));
    }

    @PostMapping("/{id}/take-out")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Take contacts out of a case, to a new one or to another one",
            description = "`behind` is needed when the case was open and nothing open is left in it. Else as for joining.")
    Changed takeOut(Access access, @PathVariable CaseId id, @Valid @RequestBody Parting parting) {
        return new Changed(cases.takeOut(access, id, new TakingOut(
                parting.contacts(), Optional.ofNullable(parting.to()), parting.subject(), parting.behind(), parting.why(), parting.clientKey())));
    }

    @PostMapping("/changes/{change}/undo")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a change back",
            description = "What became of the conversations since goes along. 409 `cases/moved-on` when these contacts went elsewhere since.")
    void undo(Access access, @Parameter(description = "The change, as it stands on the pages of both cases") @PathVariable CaseChangeId change) {
        cases.undo(access, change);
    }

    @Schema(name = "CaseSubject")
    record Subject(@NotBlank @Size(max = 300) String subject) {}

    /** @param why for colleagues; @param clientKey made by the screen, so that sending twice is one change */
    @Schema(name = "CaseJoining")
    record Merging(@NotNull CaseId into, @Nullable @Size(max = 500) String why, @NotBlank @Size(max = 100) String clientKey) {}

    /**
     * @param to      an existing case; a new one when absent
     * @param subject of a new case; that of the conversation when absent
     * @param behind  how the case stands that stays behind, when nothing open is left in it
     * @param clientKey made by the screen, so that sending twice is one change
     */
    @Schema(name = "CaseParting")
    record Parting(
            @NotEmpty @Size(max = 200) List<ContactId> contacts,
            @Nullable CaseId to,
            @Nullable @Size(max = 300) String subject,
            @Nullable CaseState behind,
            @Nullable @Size(max = 500) String why,
            @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "CaseChanged")
    record Changed(CaseChangeId change) {}
}
