package nl.hartslag.organisation.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.organisation.Organisation.Process;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Everything that is asked often, as it stood at one version. What is found by id includes what is archived. */
record Snapshot(
        long version,
        List<Brand> brands,
        Map<BrandId, List<Reason>> reasons,
        Map<ReasonId, Reason> reasonsById,
        List<Department> departments,
        Map<DepartmentId, Department> departmentsById,
        Processes processes,
        Map<HoursKey, PromisedHours> hours,
        Agreed agreed,
        Map<CalendarId, BusinessCalendar> calendars,
        Map<BrandId, Brand> brandsById) {

    /** @param site absent for the hours of the whole brand */
    record HoursKey(BrandId brand, String channel, @Nullable UUID site) {}

    /** What is agreed with departments: within which time they answer, and for which of them each person does. */
    record Agreed(Map<DepartmentId, PromisedHours> hours, Map<UserId, Set<DepartmentId>> ofPerson) {}

    /** @param byId also those that are archived */
    record Processes(List<Process> inUse, Map<ProcessId, Process> byId) {}

    static Snapshot of(
            long version,
            List<Brand> brands,
            Map<BrandId, List<Reason>> inUse,
            Map<ReasonId, Reason> reasonsById,
            List<Department> departments,
            Map<DepartmentId, Department> departmentsById,
            Processes processes,
            Map<HoursKey, PromisedHours> hours,
            Agreed agreed,
            Map<CalendarId, BusinessCalendar> calendars) {
        Map<BrandId, Brand> byId = new HashMap<>();
        brands.forEach(brand -> byId.put(brand.id(), brand));
        return new Snapshot(
                version,
                List.copyOf(brands),
                inUse,
                reasonsById,
                List.copyOf(departments),
                departmentsById,
                processes,
                hours,
                agreed,
                calendars,
                byId);
    }
}
