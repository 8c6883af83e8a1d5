package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursRow;
import nl.hartslag.organisation.OrganisationSettings.ReasonChange;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Brands, and what belongs to one: opening hours per channel and reasons for contact. */
@RestController
@Tag(name = "Organisation")
class BrandController {
    private final Organisation organisation;
    private final OrganisationSettings settings;

    BrandController(Organisation organisation, OrganisationSettings settings) {
        this.organisation = organisation;
        this.settings = settings;
    }

    record MadeBrand(BrandId id) {}

    record MadeReason(ReasonId id) {}

    @Operation(summary = "The brands you may see, by name")
    @AllowedSignedIn
    @GetMapping("/api/organisation/brands")
    List<Brand> brands(Access access) {
        return organisation.brands().stream()
                .filter(brand -> access.brands().contains(brand.id()))
                .toList();
    }

    @Operation(summary = "Add a brand; 422 request/invalid names each wrong field, also a key that is taken")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/brands")
    MadeBrand create(Access access, @RequestBody BrandDraft draft) {
        return new MadeBrand(settings.createBrand(access, draft));
    }

    @Operation(summary = "Change a brand; its key stays as it was")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/brands/{id}")
    void change(Access access, @PathVariable BrandId id, @RequestBody BrandDraft draft) {
        settings.changeBrand(access, id, draft);
    }

    /** @param confirmed needed for {@code NOT_RECORDED}, which removes what was kept */
    record TimesChoice(@NotNull TimesPerPerson timesPerPerson, boolean confirmed) {}

    @Operation(
            summary = "Choose what is done with times of single people; 409 brands/times-would-go until the removal is confirmed",
            description = "409 brands/times-changed when somebody chose otherwise at the same moment.")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/brands/{id}/times-per-person")
    void chooseTimes(Access access, @PathVariable BrandId id, @Valid @RequestBody TimesChoice body) {
        settings.chooseTimesPerPerson(access, id, body.timesPerPerson(), body.confirmed());
    }

    @Operation(summary = "When each channel of a brand is open and what it promises")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @GetMapping("/api/organisation/brands/{id}/hours")
    List<HoursRow> hours(Access access, @PathVariable BrandId id) {
        return settings.channelHours(seen(access, id));
    }

    @Operation(summary = "Replace the hours and promises of all channels of a brand")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @PutMapping("/api/organisation/brands/{id}/hours")
    List<HoursRow> setHours(Access access, @PathVariable BrandId id, @RequestBody List<HoursDraft> hours) {
        settings.setChannelHours(access, id, hours);
        return settings.channelHours(id);
    }

    @Operation(summary = "All reasons of a brand, parents before children, also the archived ones")
    @AllowedSignedIn
    @GetMapping("/api/organisation/brands/{id}/reasons")
    List<ReasonRow> reasons(
            Access access,
            @PathVariable BrandId id,
            @Parameter(description = "As they were at the end of this day of the brand") @RequestParam Optional<LocalDate> on) {
        seen(access, id);
        return on.map(day -> settings.reasonsOn(id, day)).orElseGet(() -> settings.allReasons(id));
    }

    @Operation(summary = "What was changed in the reasons of a brand, by whom and when, newest first")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @GetMapping("/api/organisation/brands/{id}/reason-changes")
    Page<ReasonChange> reasonChanges(
            Access access,
            @PathVariable BrandId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(200) int limit) {
        return settings.reasonChanges(access, id, cursor, limit);
    }

    @Operation(summary = "Add a reason; 409 reasons/too-deep below the third level")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/brands/{id}/reasons")
    MadeReason createReason(Access access, @PathVariable BrandId id, @RequestBody ReasonDraft draft) {
        return new MadeReason(settings.createReason(access, id, draft));
    }

    @Operation(summary = "Change, move or archive a reason; archiving takes along what is under it; 409 reasons/changed after the version that was opened")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/reasons/{id}")
    void changeReason(Access access, @PathVariable ReasonId id, @RequestBody ReasonDraft draft) {
        settings.changeReason(access, id, draft);
    }

    private static BrandId seen(Access access, BrandId id) {
        if (!access.brands().contains(id)) throw Problem.notFound("brands");
        return id;
    }
}
