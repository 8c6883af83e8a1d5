package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.BRAND;
import static nl.hartslag.organisation.internal.db.Tables.CHANNEL_HOURS;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT_MEMBER;
import static nl.hartslag.organisation.internal.db.Tables.REASON;
import static nl.hartslag.organisation.internal.db.Tables.VERSION;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.organisation.Organisation.Process;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.organisation.OrganisationSettings.ProcessRow;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.organisation.internal.Snapshot.Agreed;
import nl.hartslag.organisation.internal.Snapshot.HoursKey;
import nl.hartslag.organisation.internal.Snapshot.Processes;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads everything that is kept in memory. */
@Component
class SnapshotReader {
    private final DSLContext db;
    private final CalendarTable calendars;
    private final ProcessTable processes;

    SnapshotReader(DSLContext db, CalendarTable calendars, ProcessTable processes) {
        this.db = db;
        this.calendars = calendars;
        this.processes = processes;
    }

    long version() {
        return db.select(VERSION.NUMBER).from(VERSION).fetchSingle().value1();
    }

    /** The version is read first: what changes while reading is noticed at the next look. */
    Snapshot read() {
        long version = version();
        Map<CalendarId, BusinessCalendar> calculations = new HashMap<>();
        calendars.all().forEach(each -> calculations.put(each.id(), CalendarTable.calculation(each)));
        Map<ReasonId, Reason> byId = new HashMap<>();
        Map<BrandId, List<Reason>> inUse = new LinkedHashMap<>();
        for (ReasonRow row : reasons()) {
            // parents came before
            Optional<StartsAs> startsAs = Optional.ofNullable(row.startsAs()).or(() -> row.parent().map(byId::get).flatMap(Reason::startsAs));
            Reason reason = new Reason(
                    row.id(), row.brand(), row.parent(), row.nameNl(), row.nameEn(), row.offeredToCustomers(), startsAs);
            byId.put(row.id(), reason);
            if (!row.archived()) inUse.computeIfAbsent(row.brand(), brand -> new ArrayList<>()).add(reason);
        }
        Map<DepartmentId, Department> departments = new LinkedHashMap<>();
        List<Department> active = new ArrayList<>();
        db.selectFrom(DEPARTMENT).orderBy(DEPARTMENT.POSITION, DEPARTMENT.ID).forEach(row -> {
            Department department = new Department(new DepartmentId(row.getId()), row.getNameNl(), row.getNameEn(), Optional.ofNullable(row.getMail()));
            departments.put(department.id(), department);
            if (row.getArchivedAt() == null) active.add(department);
        });
        return Snapshot.of(version, brands(), inUse, byId, active, departments, processes(departments.keySet()), hours(calculations), agreed(calculations), calculations);
    }

    private Processes processes(Collection<DepartmentId> inOrder) {
        Map<ProcessId, Process> byId = new HashMap<>();
        List<Process> inUse = new ArrayList<>();
        Map<UUID, List<ProcessRow>> rows = processes.byDepartment();
        for (DepartmentId department : inOrder) {
            for (ProcessRow row : rows.getOrDefault(department.value(), List.of())) {
                Process process = new Process(row.id(), department, row.nameNl(), row.nameEn());
                byId.put(row.id(), process);
                if (!row.archived()) inUse.add(process);
            }
        }
        return new Processes(List.copyOf(inUse), byId);
    }

    List<Brand> brands() {
        return db.selectFrom(BRAND)
                .orderBy(BRAND.NAME, BRAND.ID)
                .fetch(row -> new Brand(
                        new BrandId(row.getId()),
                        row.getKey(),
                        row.getName(),
                        row.getAccent(),
                        row.getDefaultLanguage(),
                        ZoneId.of(row.getZone()),
                        row.getAnonymous(),
                        row.getGreetingNl(),
                        row.getGreetingEn(),
                        TimesPerPerson.valueOf(row.getTimesPerPerson().toUpperCase(Locale.ROOT))));
    }

    /** Every reason of every brand, parents before children, brothers in their order. */
    List<ReasonRow> reasons() {
        return ReasonTrees.ordered(db.selectFrom(REASON)
                .orderBy(REASON.BRAND_ID, REASON.POSITION, REASON.ID)
                .fetch(row -> new ReasonRow(
                        new ReasonId(row.getId()),
                        new BrandId(row.getBrandId()),
                        Optional.ofNullable(row.getParentId()).map(ReasonId::new),
                        row.getNameNl(),
                        row.getNameEn(),
                        row.getPosition(),
                        row.getOfferedToCustomers(),
                        ReasonTable.startsAs(row.getStartsAs()),
                        row.getArchivedAt() != null,
                        row.getVersion())));
    }

    private Agreed agreed(Map<CalendarId, BusinessCalendar> calculations) {
        Map<DepartmentId, PromisedHours> agreed = new HashMap<>();
        db.selectFrom(DEPARTMENT).forEach(row -> agreed.put(new DepartmentId(row.getId()), new PromisedHours(
                row.getCalendarId() == null ? BusinessCalendar.alwaysOpen(ZoneOffset.UTC) : calculations.get(new CalendarId(row.getCalendarId())),
                Duration.ofMinutes(row.getAnswerMinutes()))));
        Map<UserId, Set<DepartmentId>> ofPerson = new HashMap<>();
        db.select(DEPARTMENT_MEMBER.USER_ID, DEPARTMENT_MEMBER.DEPARTMENT_ID)
                .from(DEPARTMENT_MEMBER)
                .join(DEPARTMENT).on(DEPARTMENT.ID.eq(DEPARTMENT_MEMBER.DEPARTMENT_ID))
                .where(DEPARTMENT.ARCHIVED_AT.isNull())
                .forEach(row -> ofPerson.computeIfAbsent(new UserId(row.value1()), person -> new HashSet<>()).add(new DepartmentId(row.value2())));
        return new Agreed(agreed, ofPerson);
    }

    private Map<HoursKey, PromisedHours> hours(Map<CalendarId, BusinessCalendar> calculations) {
        Map<HoursKey, PromisedHours> hours = new HashMap<>();
        db.selectFrom(CHANNEL_HOURS)
                .forEach(row -> hours.put(
                        new HoursKey(new BrandId(row.getBrandId()), row.getChannel(), row.getSiteId()),
                        new PromisedHours(
                                calculations.get(new CalendarId(row.getCalendarId())), Duration.ofMinutes(row.getAnswerMinutes()))));
        return hours;
    }
}
