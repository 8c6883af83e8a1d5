package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentRow;
import nl.hartslag.organisation.OrganisationSettings.Partner;
import nl.hartslag.organisation.OrganisationSettings.Site;
import nl.hartslag.organisation.OrganisationSettings.PartnerDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sites, partner companies and departments. */
@RestController
@Tag(name = "Organisation")
class PlaceController {
    private final OrganisationSettings settings;

    PlaceController(OrganisationSettings settings) {
        this.settings = settings;
    }

    record MadeSite(SiteId id) {}

    record MadePartner(PartnerId id) {}

    record MadeDepartment(DepartmentId id) {}

    @Operation(summary = "All sites, by name; for people of a partner company its own")
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.PEOPLE_VIEW})
    @GetMapping("/api/organisation/sites")
    List<Site> sites(Access access) {
        return settings.sites().stream()
                .filter(site -> access.partner().isEmpty() || access.partner().get().equals(site.partner()))
                .toList();
    }

    @Operation(summary = "Add a site")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/sites")
    MadeSite createSite(Access access, @RequestBody SiteDraft draft) {
        return new MadeSite(settings.createSite(access, draft));
    }

    @Operation(summary = "Change a site")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/sites/{id}")
    void changeSite(Access access, @PathVariable SiteId id, @RequestBody SiteDraft draft) {
        settings.changeSite(access, id, draft);
    }

    @Operation(summary = "All partner companies, by name; for people of one only that")
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.PEOPLE_VIEW})
    @GetMapping("/api/organisation/partners")
    List<Partner> partners(Access access) {
        return settings.partners().stream()
                .filter(partner -> access.partner().isEmpty() || access.partner().get().equals(partner.id()))
                .toList();
    }

    @Operation(summary = "Add a partner company")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/partners")
    MadePartner createPartner(Access access, @RequestBody PartnerDraft draft) {
        PartnerId id = settings.createPartner(access, draft.name());
        if (draft.archived()) settings.changePartner(access, id, draft);
        return new MadePartner(id);
    }

    @Operation(summary = "Rename or archive a partner company")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/partners/{id}")
    void changePartner(Access access, @PathVariable PartnerId id, @RequestBody PartnerDraft draft) {
        settings.changePartner(access, id, draft);
    }

    @Operation(summary = "All departments in their order, also the archived ones")
    @AllowedSignedIn
    @GetMapping("/api/organisation/departments")
    List<DepartmentRow> departments(Access access) {
        return settings.allDepartments(access);
    }

    @Operation(summary = "Add a department")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/departments")
    MadeDepartment createDepartment(Access access, @RequestBody DepartmentDraft draft) {
        return new MadeDepartment(settings.createDepartment(access, draft));
    }

    @Operation(
            summary = "Change or archive a department, and what it does; 409 departments/changed after the version that was opened",
            description = "`processes` stand in their order; one that is left out is archived. Without the field they stay as they are.")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/departments/{id}")
    void changeDepartment(Access access, @PathVariable DepartmentId id, @RequestBody DepartmentDraft draft) {
        settings.changeDepartment(access, id, draft);
    }
}
