package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.Calendar;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CalendarId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening hours: week blocks and holidays. */
@RestController
@Tag(name = "Organisation")
class CalendarController {
    private final OrganisationSettings settings;

    CalendarController(OrganisationSettings settings) {
        this.settings = settings;
    }

    record MadeCalendar(CalendarId id) {}

    @Operation(summary = "All calendars with their week and holidays")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @GetMapping("/api/organisation/calendars")
    List<Calendar> calendars() {
        return settings.calendars();
    }

    @Operation(summary = "Add a calendar; 422 when blocks overlap or close before they open")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/organisation/calendars")
    MadeCalendar create(Access access, @RequestBody CalendarDraft draft) {
        return new MadeCalendar(settings.createCalendar(access, draft));
    }

    @Operation(summary = "Replace a calendar's week and holidays")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/organisation/calendars/{id}")
    void change(Access access, @PathVariable CalendarId id, @RequestBody CalendarDraft draft) {
        settings.changeCalendar(access, id, draft);
    }

    @Operation(summary = "Delete a calendar; 409 calendars/in-use while a channel keeps to it")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/organisation/calendars/{id}")
    void delete(Access access, @PathVariable CalendarId id) {
        settings.deleteCalendar(access, id);
    }
}
