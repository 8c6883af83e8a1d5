package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.hartslag.contacts.Silence;
import nl.hartslag.contacts.Silence.Figures;
import nl.hartslag.contacts.Silence.Preview;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.SubStateId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done when a customer does not answer. */
@RestController
@Tag(name = "Cases")
class SilenceController {
    private final Silence silence;

    SilenceController(Silence silence) {
        this.silence = silence;
    }

    @GetMapping("/api/silence")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @Operation(summary = "What a brand does when a customer does not answer")
    Settings of(Access access, @Parameter(description = "Which chose it") @RequestParam BrandId brand) {
        return silence.of(access, brand);
    }

    @PutMapping("/api/silence")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose what is done when a customer does not answer",
            description = "Cases that wait for the customer are reminded by mail after `remindDays` and solved `solveDays` later, within opening hours. What waits when it is "
                    + "switched on counts from then, or not at all without `waitingToo`. Who was told a day keeps it. 409 `silence/changed` when somebody changed it after `version`.")
    void set(Access access, @Parameter(description = "Which chooses it") @RequestParam BrandId brand, @Valid @RequestBody Choice choice) {
        silence.set(access, brand, choice.settings(), choice.waitingToo());
    }

    @GetMapping("/api/silence/preview")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @Operation(summary = "What such a rule would do to what waits now, and what it does within a day")
    Preview preview(
            Access access,
            @Parameter(description = "Of which the cases are") @RequestParam BrandId brand,
            @Parameter(description = "After how many days of waiting the reminder goes") @RequestParam(defaultValue = "5") int remindDays,
            @Parameter(description = "After how many days from the reminder the case is solved") @RequestParam(defaultValue = "7") int solveDays) {
        return silence.preview(access, brand, remindDays, solveDays);
    }

    @GetMapping("/api/silence/figures")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @Operation(summary = "What the rule did in the last thirty days")
    Figures figures(Access access, @Parameter(description = "Of which the cases are") @RequestParam BrandId brand) {
        return silence.figures(access, brand);
    }

    @PutMapping("/api/cases/{id}/silence")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep a case from being reminded and solved by rule, or let it be again",
            description = "For as long as it waits now. 409 `silence/not-waiting` when no rule holds for it any more.")
    void leaveOpen(Access access, @PathVariable CaseId id, @RequestBody LeavingOpen leaving) {
        silence.leaveOpen(access, id, leaving.leftOpen());
    }

    /**
     * @param remindNl   with `{date}`; also `{greeting}`, `{subject}`, `{closing}`, `{brand}`
     * @param exempt     sub-states in which a case is left alone
     * @param waitingToo when it is switched on: what waits already counts too, from then
     * @param version    as it was read
     */
    @Schema(name = "SilenceChoice")
    record Choice(
            boolean active,
            int remindDays,
            int solveDays,
            int mostPerDay,
            @NotNull String remindNl,
            @NotNull String remindEn,
            boolean tellsClosing,
            @NotNull String closingNl,
            @NotNull String closingEn,
            boolean asksFeedback,
            @NotNull @Size(max = 100) List<SubStateId> exempt,
            boolean waitingToo,
            int version) {
        Settings settings() {
            return new Settings(active, remindDays, solveDays, mostPerDay, remindNl, remindEn, tellsClosing, closingNl, closingEn, asksFeedback, exempt, version);
        }
    }

    @Schema(name = "SilenceLeavingOpen")
    record LeavingOpen(boolean leftOpen) {}
}
