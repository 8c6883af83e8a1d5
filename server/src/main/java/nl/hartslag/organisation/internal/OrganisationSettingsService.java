package nl.hartslag.organisation.internal;

import java.time.LocalDate;
import java.util.List;
import nl.hartslag.organisation.HolidayFile;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entrance of all changes: one change, one transaction. */
@Service
@Transactional
class OrganisationSettingsService implements OrganisationSettings {
    private final BrandTable brands;
    private final PlaceTable places;
    private final DepartmentTable departments;
    private final CalendarTable calendars;
    private final CalendarSettings calendarSettings;
    private final HoursTable hours;
    private final ReasonTable reasons;
    private final ReasonHistory history;
    private final Organisation organisation;

    OrganisationSettingsService(
            BrandTable brands,
            PlaceTable places,
            DepartmentTable departments,
            CalendarTable calendars,
            CalendarSettings calendarSettings,
            HoursTable hours,
            ReasonTable reasons,
            ReasonHistory history,
            Organisation organisation) {
        this.brands = brands;
        this.places = places;
        this.departments = departments;
        this.calendars = calendars;
        this.calendarSettings = calendarSettings;
        this.hours = hours;
        this.reasons = reasons;
        this.history = history;
        this.organisation = organisation;
    }

    @Override
    public BrandId createBrand(Access access, BrandDraft draft) {
        return brands.create(access, draft);
    }

    @Override
    public void changeBrand(Access access, BrandId id, BrandDraft draft) {
        brands.change(access, id, draft);
    }

    @Override
    public void chooseTimesPerPerson(Access access, BrandId id, TimesPerPerson choice, boolean confirmed) {
        brands.chooseTimesPerPerson(access, id, choice, confirmed);
    }

    @Override
    public List<Site> sites() {
        return places.sites();
    }

    @Override
    public SiteId createSite(Access access, SiteDraft draft) {
        return places.createSite(access, draft);
    }

    @Override
    public void changeSite(Access access, SiteId id, SiteDraft draft) {
        places.changeSite(access, id, draft);
    }

    @Override
    public List<Partner> partners() {
        return places.partners();
    }

    @Override
    public PartnerId createPartner(Access access, String name) {
        return places.createPartner(access, name);
    }

    @Override
    public void changePartner(Access access, PartnerId id, PartnerDraft draft) {
        places.changePartner(access, id, draft);
    }

    @Override
    public List<DepartmentRow> allDepartments(Access access) {
        boolean looksAfter = access.mayEverywhere(Permission.ORGANISATION_CONFIGURE);
        return looksAfter ? departments.all() : departments.all().stream().map(DepartmentRow::withoutMembers).toList();
    }

    @Override
    public DepartmentId createDepartment(Access access, DepartmentDraft draft) {
        return departments.create(access, draft);
    }

    @Override
    public void changeDepartment(Access access, DepartmentId id, DepartmentDraft draft) {
        departments.change(access, id, draft);
    }

    @Override
    public List<Calendar> calendars() {
        return calendars.all();
    }

    @Override
    public CalendarId createCalendar(Access access, CalendarDraft draft) {
        return calendarSettings.create(access, draft);
    }

    @Override
    public void changeCalendar(Access access, CalendarId id, CalendarDraft draft) {
        calendarSettings.change(access, id, draft);
    }

    @Override
    public void deleteCalendar(Access access, CalendarId id) {
        calendarSettings.delete(access, id);
    }

    @Override
    public List<HoursRow> channelHours(BrandId brand) {
        return hours.of(brand);
    }

    @Override
    public void setChannelHours(Access access, BrandId brand, List<HoursDraft> drafts) {
        hours.replace(access, brand, drafts);
    }

    @Override
    public HolidayFile readHolidays(Access access, byte[] file) {
        return calendarSettings.readHolidays(access, file);
    }

    @Override
    public List<ReasonRow> allReasons(BrandId brand) {
        return reasons.of(brand);
    }

    @Override
    public List<ReasonRow> reasonsOn(BrandId brand, LocalDate day) {
        return history.tree(brand, day.plusDays(1).atStartOfDay(organisation.brand(brand).zone()).toInstant());
    }

    @Override
    public Page<ReasonChange> reasonChanges(Access access, BrandId brand, @Nullable String cursor, int limit) {
        Changes.allow(access, brand);
        return history.changes(brand, cursor, limit);
    }

    @Override
    public ReasonId createReason(Access access, BrandId brand, ReasonDraft draft) {
        return reasons.create(access, brand, draft);
    }

    @Override
    public void changeReason(Access access, ReasonId id, ReasonDraft draft) {
        reasons.change(access, id, draft);
    }
}
