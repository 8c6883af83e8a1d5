package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import nl.hartslag.contacts.SameCase;
import nl.hartslag.contacts.SameCase.Chosen;
import nl.hartslag.contacts.SameCase.Mode;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which conversations belong to one case by themselves. */
@RestController
@RequestMapping("/api/same-case")
@Tag(name = "Cases")
class SameCaseController {
    private final SameCase sameCase;

    SameCaseController(SameCase sameCase) {
        this.sameCase = sameCase;
    }

    @GetMapping
    @Allowed({Permission.CONTACTS_VIEW, Permission.ORGANISATION_CONFIGURE})
    @Operation(summary = "What is done with a conversation about the same order and reason as an open case of its customer")
    Chosen chosen(Access access, @Parameter(description = "Which chose it") @RequestParam BrandId brand) {
        return sameCase.of(access, brand);
    }

    @PutMapping
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose what is done with a conversation about the same order and reason as an open case of its customer",
            description = "`ATTACH`: it joins that case by itself, which stands in both and can be taken back. 409 `same-case/changed` when somebody changed it after `version`.")
    void choose(Access access, @Parameter(description = "Which chooses it") @RequestParam BrandId brand, @Valid @RequestBody Choice choice) {
        sameCase.choose(access, brand, choice.mode(), choice.version());
    }

    @Schema(name = "SameCaseChoice")
    record Choice(@NotNull Mode mode, int version) {}
}
