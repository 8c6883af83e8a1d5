package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.CHANNEL_HOURS;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.hartslag.organisation.CalendarUse;
import nl.hartslag.organisation.HolidayFile;
import nl.hartslag.organisation.OrganisationSettings.Calendar;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.organisation.internal.holidays.CalendarFileReader;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CalendarId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Changes of opening hours: no block may end before it starts or run into another. */
@Component
class CalendarSettings {
    /** Of how many years the holidays of a file are read: this one and those that can be planned. */
    private static final int YEARS = 3;
    private final DSLContext db;
    private final CalendarTable table;
    private final Changes changes;
    private final List<CalendarUse> uses;
    private final Clock clock;

    CalendarSettings(DSLContext db, CalendarTable table, Changes changes, List<CalendarUse> uses, Clock clock) {
        this.db = db;
        this.table = table;
        this.changes = changes;
        this.uses = uses;
        this.clock = clock;
    }

    CalendarId create(Access access, CalendarDraft draft) {
        verify(access, draft);
        CalendarId id = CalendarId.next();
        Changes.unlessTaken("name", () -> table.insert(id, draft));
        changes.made(access, "calendar.created", "calendar", id, null, Map.of("new", draft));
        return id;
    }

    void change(Access access, CalendarId id, CalendarDraft draft) {
        verify(access, draft);
        Calendar before = one(id);
        Changes.unlessTaken("name", () -> table.update(id, draft));
        changes.made(access, "calendar.changed", "calendar", id, null, Map.of("old", before, "new", one(id)));
    }

    void delete(Access access, CalendarId id) {
        Changes.allow(access);
        Calendar before = one(id);
        if (db.fetchExists(CHANNEL_HOURS, CHANNEL_HOURS.CALENDAR_ID.eq(id.value()))
                || db.fetchExists(DEPARTMENT, DEPARTMENT.CALENDAR_ID.eq(id.value()))
                || uses.stream().anyMatch(one -> one.uses(id))) {
            throw Problem.of("calendars/in-use", 409);
        }
        table.delete(id);
        changes.made(access, "calendar.deleted", "calendar", id, null, Map.of("old", before));
    }

    HolidayFile readHolidays(Access access, byte[] file) {
        access.require(Permission.ORGANISATION_CONFIGURE);
        LocalDate year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfYear(1);
        return CalendarFileReader.read(file, year, year.plusYears(YEARS));
    }

    private Calendar one(CalendarId id) {
        return table.all().stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("calendars"));
    }

    private static void verify(Access access, CalendarDraft draft) {
        Changes.allow(access);
        FieldErrors errors = new FieldErrors().text("name", draft.name(), 80);
        Changes.zone(errors, draft.zone())
                .check(draft.week().stream().allMatch(b -> closesAfter(b.opens(), b.closes())), "week", "closes-before-opens")
                .atMost("week", draft.week(), 7 * 12)
                .check(!overlapping(draft.week()), "week", "overlap")
                .check(everOpens(draft), "week", "never-opens")
                .atMost("holidays", draft.holidays(), 1_000)
                .check(draft.holidays().stream().allMatch(CalendarSettings::isComplete), "holidays", "holiday-incomplete")
                .check(!repeated(draft.holidays()), "holidays", "day-twice")
                .verify();
    }

    /** By one that never opens no promise could be reckoned. */
    private static boolean everOpens(CalendarDraft draft) {
        return draft.alwaysOpen() || !draft.week().isEmpty() || draft.holidays().stream().anyMatch(holiday -> holiday.opens() != null);
    }

    private static boolean isComplete(Holiday holiday) {
        LocalTime opens = holiday.opens();
        LocalTime closes = holiday.closes();
        if (holiday.name().isBlank() || holiday.name().length() > 80) return false;
        return opens == null || closes == null ? opens == closes : closesAfter(opens, closes);
    }

    private static boolean closesAfter(LocalTime opens, LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) || opens.isBefore(closes);
    }

    private static boolean overlapping(List<WeekBlock> week) {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<WeekBlock> blocks = week.stream()
                    .filter(block -> block.day() == day)
                    .sorted(Comparator.comparing(WeekBlock::opens))
                    .toList();
            for (int i = 1; i < blocks.size(); i++) {
                LocalTime closes = blocks.get(i - 1).closes();
                if (closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(blocks.get(i).opens())) return true;
            }
        }
        return false;
    }

    private static boolean repeated(List<Holiday> holidays) {
        Set<LocalDate> days = new HashSet<>();
        return !holidays.stream().allMatch(holiday -> days.add(holiday.day()));
    }
}
