package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.CALENDAR;
import static nl.hartslag.organisation.internal.db.Tables.CALENDAR_BLOCK;
import static nl.hartslag.organisation.internal.db.Tables.CALENDAR_HOLIDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings.Calendar;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.organisation.internal.hours.Block;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;
import nl.hartslag.shared.CalendarId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Calendars as rows, and as the calculation wants them. */
@Component
class CalendarTable {
    private final DSLContext db;

    CalendarTable(DSLContext db) {
        this.db = db;
    }

    List<Calendar> all() {
        Map<UUID, List<WeekBlock>> blocks = db.selectFrom(CALENDAR_BLOCK)
                .orderBy(CALENDAR_BLOCK.WEEKDAY, CALENDAR_BLOCK.OPENS)
                .fetchGroups(
                        CALENDAR_BLOCK.CALENDAR_ID,
                        row -> new WeekBlock(DayOfWeek.of(row.getWeekday()), row.getOpens(), row.getCloses()));
        Map<UUID, List<Holiday>> holidays = db.selectFrom(CALENDAR_HOLIDAY)
                .orderBy(CALENDAR_HOLIDAY.DAY)
                .fetchGroups(
                        CALENDAR_HOLIDAY.CALENDAR_ID,
                        row -> new Holiday(row.getDay(), row.getName(), row.getOpens(), row.getCloses()));
        return db.selectFrom(CALENDAR)
                .orderBy(CALENDAR.NAME)
                .fetch(row -> new Calendar(
                        new CalendarId(row.getId()),
                        row.getName(),
                        ZoneId.of(row.getZone()),
                        row.getAlwaysOpen(),
                        blocks.getOrDefault(row.getId(), List.of()),
                        holidays.getOrDefault(row.getId(), List.of())));
    }

    static BusinessCalendar calculation(Calendar calendar) {
        Map<DayOfWeek, List<Block>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    calendar.week().stream()
                            .filter(block -> block.day() == day)
                            .map(block -> new Block(block.opens(), block.closes()))
                            .toList());
        }
        Map<LocalDate, List<Block>> holidays = new HashMap<>();
        for (Holiday holiday : calendar.holidays()) {
            holidays.put(
                    holiday.day(),
                    holiday.opens() == null || holiday.closes() == null
                            ? List.of()
                            : List.of(new Block(holiday.opens(), holiday.closes())));
        }
        return new BusinessCalendar(calendar.zone(), calendar.alwaysOpen(), week, holidays);
    }

    void insert(CalendarId id, CalendarDraft draft) {
        db.insertInto(CALENDAR)
                .set(CALENDAR.ID, id.value())
                .set(CALENDAR.NAME, draft.name().strip())
                .set(CALENDAR.ZONE, draft.zone())
                .set(CALENDAR.ALWAYS_OPEN, draft.alwaysOpen())
                .execute();
        insertTimes(id, draft);
    }

    /** @return false when there is no such calendar */
    boolean update(CalendarId id, CalendarDraft draft) {
        int changed = db.update(CALENDAR)
                .set(CALENDAR.NAME, draft.name().strip())
                .set(CALENDAR.ZONE, draft.zone())
                .set(CALENDAR.ALWAYS_OPEN, draft.alwaysOpen())
                .where(CALENDAR.ID.eq(id.value()))
                .execute();
        if (changed == 0) return false;
        db.deleteFrom(CALENDAR_BLOCK).where(CALENDAR_BLOCK.CALENDAR_ID.eq(id.value())).execute();
        db.deleteFrom(CALENDAR_HOLIDAY).where(CALENDAR_HOLIDAY.CALENDAR_ID.eq(id.value())).execute();
        insertTimes(id, draft);
        return true;
    }

    boolean delete(CalendarId id) {
        return db.deleteFrom(CALENDAR).where(CALENDAR.ID.eq(id.value())).execute() == 1;
    }

    private void insertTimes(CalendarId id, CalendarDraft draft) {
        for (WeekBlock block : draft.week()) {
            db.insertInto(CALENDAR_BLOCK)
                    .set(CALENDAR_BLOCK.CALENDAR_ID, id.value())
                    .set(CALENDAR_BLOCK.WEEKDAY, block.day().getValue())
                    .set(CALENDAR_BLOCK.OPENS, block.opens())
                    .set(CALENDAR_BLOCK.CLOSES, block.closes())
                    .execute();
        }
        for (Holiday holiday : draft.holidays()) {
            db.insertInto(CALENDAR_HOLIDAY)
                    .set(CALENDAR_HOLIDAY.CALENDAR_ID, id.value())
                    .set(CALENDAR_HOLIDAY.DAY, holiday.day())
                    .set(CALENDAR_HOLIDAY.NAME, holiday.name().strip())
                    .set(CALENDAR_HOLIDAY.OPENS, holiday.opens())
                    .set(CALENDAR_HOLIDAY.CLOSES, holiday.closes())
                    .execute();
        }
    }
}
