package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import nl.hartslag.organisation.HolidayFile;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.Calendar;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CalendarId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

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

    @Operation(summary = "The whole days that a calendar file (.ics) names, to look at before they are stored",
            description = "From the beginning of this year, three years on. What was left out is said by line. At most 1 MB.")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @PostMapping(path = "/api/organisation/holidays/read", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    HolidayFile readHolidays(Access access, @RequestPart MultipartFile file) throws IOException {
        return settings.readHolidays(access, file.getBytes());
    }

    @Operation(summary = "Delete a calendar; 409 calendars/in-use while a channel or a rule for promises keeps to it")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/organisation/calendars/{id}")
    void delete(Access access, @PathVariable CalendarId id) {
        settings.deleteCalendar(access, id);
    }
}
