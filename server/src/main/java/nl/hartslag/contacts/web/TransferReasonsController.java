package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.TransferReasons.Draft;
import nl.hartslag.contacts.TransferReasons.TransferReason;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.TransferReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Why contacts are handed over. */
@RestController
@RequestMapping("/api/transfer-reasons")
@Tag(name = "Transfers")
class TransferReasonsController {
    private final TransferReasons reasons;

    TransferReasonsController(TransferReasons reasons) {
        this.reasons = reasons;
    }

    @GetMapping
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @Operation(summary = "Why contacts are handed over, in order; also what is not offered any more")
    List<TransferReason> list(Access access) {
        return reasons.all(access);
    }

    @PostMapping
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a reason to hand a contact over")
    Made create(Access access, @Valid @RequestBody Body body) {
        return new Made(reasons.create(access, body.draft()));
    }

    @PutMapping("/{id}")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change or archive a reason to hand a contact over", description = "409 `transfer-reasons/changed` when somebody changed it after `version`.")
    void change(Access access, @PathVariable TransferReasonId id, @Valid @RequestBody Body body) {
        reasons.change(access, id, body.draft(), body.version());
    }

    /** @param version that one changes; 0 for a new one */
    @Schema(name = "TransferReasonBody")
    record Body(@Nullable String nameNl, @Nullable String nameEn, int position, boolean archived, int version) {
        Draft draft() {
            return new Draft(nameNl == null ? "" : nameNl, nameEn == null ? "" : nameEn, position, archived);
        }
    }

    @Schema(name = "TransferReasonMade")
    record Made(TransferReasonId id) {}
}
