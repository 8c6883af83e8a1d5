package nl.hartslag.demo.internal.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.ProcessDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.shared.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brands, partner, sites, departments, calendars with their holidays, hours and reasons. */
@Component
@Profile("demo")
class DemoOrganisation {
    private final OrganisationSettings settings;

    DemoOrganisation(OrganisationSettings settings) {
        this.settings = settings;
    }

    void load(Company company, Cast cast) {
        for (Company.Brand brand : company.brands()) {
            cast.brands.put(brand.key(), settings.createBrand(DemoAccess.of(cast), new BrandDraft(brand.key(), brand.name(),
                    brand.accent(), brand.language(), brand.zone(), false, brand.greetingNl(), brand.greetingEn())));
        }
        for (Table.Row site : Table.read("sites")) {
            PartnerId partner = site.optional("partner").map(name -> partner(cast, name)).orElse(null);
            cast.sites.put(site.text("key"),
                    settings.createSite(DemoAccess.of(cast), new SiteDraft(site.text("name"), site.text("zone"), partner, false)));
        }
        int position = 0;
        for (Table.Row department : Table.read("departments")) {
            cast.departments.put(department.text("key"), settings.createDepartment(DemoAccess.of(cast),
                    new DepartmentDraft(department.text("nameNl"), department.text("nameEn"), position++, false)));
        }
        processes(cast);
        calendars(cast);
        for (Company.Brand brand : company.brands()) {
            settings.setChannelHours(DemoAccess.of(cast), cast.brands.get(brand.key()), hours(brand, cast));
            reasons(company, brand.key(), cast);
        }
    }

    private void processes(Cast cast) {
        List<Table.Row> all = Table.read("processes");
        settings.allDepartments(DemoAccess.of(cast)).forEach(department -> {
            List<Table.Row> own = all.stream().filter(row -> department.id().equals(cast.departments.get(row.text("department")))).toList();
            settings.changeDepartment(DemoAccess.of(cast), department.id(), new DepartmentDraft(department.nameNl(), department.nameEn(),
                    department.position(), false, department.answerMinutes(), null, List.of(), null,
                    own.stream().map(row -> new ProcessDraft(null, row.text("nameNl"), row.text("nameEn"), false)).toList(), null));
        });
        settings.allDepartments(DemoAccess.of(cast)).stream().flatMap(department -> department.processes().stream()).forEach(process ->
                all.stream().filter(row -> row.text("nameEn").equals(process.nameEn())).forEach(row -> cast.processes.put(row.text("key"), process.id())));
    }

    /** What is agreed with departments, once there are people who answer for them. */
    void departments(Cast cast) {
        settings.allDepartments(DemoAccess.of(cast)).forEach(department -> Table.read("departments").stream()
                .filter(row -> department.id().equals(cast.departments.get(row.text("key"))))
                .forEach(row -> settings.changeDepartment(DemoAccess.of(cast), department.id(), new DepartmentDraft(
                        department.nameNl(), department.nameEn(), department.position(), false, row.number("answerMinutes"),
                        cast.calendars.get("office"), row.list("members").stream().map(cast.people::get).toList(), row.optional("mail").orElse(null), null, null))));
    }

    private PartnerId partner(Cast cast, String name) {
        return cast.partners.computeIfAbsent(name, each -> settings.createPartner(DemoAccess.of(cast), each));
    }

    private void calendars(Cast cast) {
        Map<String, List<Table.Row>> byKey = new LinkedHashMap<>();
        for (Table.Row row : Table.read("calendars")) byKey.computeIfAbsent(row.text("key"), _ -> new ArrayList<>()).add(row);
        List<Holiday> holidays = Table.read("holidays").stream().map(DemoOrganisation::holiday).toList();
        byKey.forEach((key, rows) -> cast.calendars.put(key, settings.createCalendar(DemoAccess.of(cast),
                calendar(rows, holidays))));
    }

    /** Without days it is open day and night, holidays too. */
    private static CalendarDraft calendar(List<Table.Row> rows, List<Holiday> holidays) {
        String name = rows.getFirst().text("name");
        String zone = rows.getFirst().text("zone");
        if (rows.getFirst().optional("days").isEmpty()) return new CalendarDraft(name, zone, true, List.of(), List.of());
        return new CalendarDraft(name, zone, false, rows.stream().flatMap(row -> blocks(row).stream()).toList(), holidays);
    }

    private static List<WeekBlock> blocks(Table.Row row) {
        String[] days = row.text("days").split("-");
        List<WeekBlock> blocks = new ArrayList<>();
        for (int day = Integer.parseInt(days[0]); day <= Integer.parseInt(days[1]); day++) {
            for (String block : row.list("blocks")) {
                blocks.add(new WeekBlock(DayOfWeek.of(day), time(block, 0), time(block, 1)));
            }
        }
        return blocks;
    }

    private static Holiday holiday(Table.Row row) {
        @Nullable String block = row.optional("blocks").orElse(null);
        return new Holiday(LocalDate.parse(row.text("day")), row.text("name"), block == null ? null : time(block, 0),
                block == null ? null : time(block, 1));
    }

    private static LocalTime time(String block, int which) {
        return LocalTime.parse(block.split("-")[which]);
    }

    private static List<HoursDraft> hours(Company.Brand brand, Cast cast) {
        return Table.read("channel-hours").stream()
                .filter(row -> row.text("brand").equals(brand.key()))
                .map(row -> new HoursDraft(row.text("channel"), null, cast.calendars.get(row.text("calendar")),
                        row.number("answerMinutes")))
                .toList();
    }

    private void reasons(Company company, String brand, Cast cast) {
        int position = 0;
        for (Company.Reason reason : company.reasons()) {
            cast.reason(brand, reason.key(), settings.createReason(DemoAccess.of(cast), cast.brands.get(brand),
                    new ReasonDraft(reason.parent().map(parent -> cast.reason(brand, parent)).orElse(null), reason.nameNl(),
                            reason.nameEn(), position++, reason.offered(), false)));
        }
    }
}
