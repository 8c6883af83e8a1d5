package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.hartslag.contacts.SubStates;
import nl.hartslag.contacts.SubStates.Choice;
import nl.hartslag.contacts.SubStates.Listed;
import nl.hartslag.contacts.SubStates.SubState;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How cases of a brand stand, more precisely than their state says. */
@RestController
@Tag(name = "Cases")
class SubStatesController {
    private final SubStates subStates;

    SubStatesController(SubStates subStates) {
        this.subStates = subStates;
    }

    @GetMapping("/api/sub-states")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "The sub-states of a brand in their order, also the archived ones")
    Listed of(Access access, @RequestParam BrandId brand) {
        return subStates.of(access, brand);
    }

    @PutMapping("/api/sub-states")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Replace the sub-states of a brand; one that is left out is archived",
            description = "409 `sub-states/changed` when somebody changed them after the version that was opened.")
    void set(Access access, @RequestParam BrandId brand, @Valid @RequestBody Wanted wanted) {
        subStates.set(access, brand, new Listed(wanted.subStates(), wanted.version()));
    }

    @PutMapping("/api/cases/{id}/sub-state")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say how a case stands within its state",
            description = "`was` is what it stood in on screen: 409 `sub-states/case-changed` when that is not so any more.")
    void choose(Access access, @PathVariable CaseId id, @RequestBody Choosing choosing) {
        subStates.choose(access, id, new Choice(choosing.subState(), choosing.was()));
    }

    @Schema(name = "SubStatesWanted")
    record Wanted(@NotNull List<@NotNull SubState> subStates, int version) {}

    /** @param subState none when absent */
    @Schema(name = "SubStateChoice")
    record Choosing(@Nullable SubStateId subState, @Nullable SubStateId was) {}
}
