package nl.hartslag.organisation.internal.holidays;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Summary;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import nl.hartslag.organisation.HolidayFile;
import nl.hartslag.organisation.HolidayFile.Day;
import nl.hartslag.organisation.HolidayFile.Fault;
import nl.hartslag.organisation.HolidayFile.Why;
import nl.hartslag.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole days from a calendar file: single ones, several in a row, and those that come back by a rule, of a few years. What has a
 * time is no holiday, and what was cancelled is no day.
 */
public final class CalendarFileReader {
    private static final String END = "END:VCALENDAR";
    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_DAYS = 31;
    private static final int MOST_TIMES = 400;
    private static final int MOST_DAYS = 1_000;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_NAME = 80;

    private CalendarFileReader() {}

    /** @param from the first day that counts; @param until the first that does not */
    public static HolidayFile read(byte[] file, LocalDate from, LocalDate until) {
        if (file.length == 0) throw Problem.invalid("file", "required");
        if (file.length > LARGEST) throw Problem.invalid("file", "too-large-mb", 1);
        String text = text(file).replace("\uFEFF", "").strip();
        if (!text.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) throw Problem.invalid("file", "not-a-calendar");
        if (!text.regionMatches(true, text.length() - END.length(), END, 0, END.length())) throw Problem.invalid("file", "cut-off");
        List<VEvent> events = Biweekly.parse(text).all().stream().map(ICalendar::getEvents).flatMap(List::stream).toList();
        if (events.isEmpty()) throw Problem.invalid("file", "no-events");
        return new Reading(from, until).all(events, lines(text));
    }

    /** What is no UTF-8 comes from a program of before its time. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException older) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** On which line each event begins. */
    private static List<Integer> lines(String text) {
        List<Integer> found = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) if (lines[i].strip().equalsIgnoreCase("BEGIN:VEVENT")) found.add(i + 1);
        return found;
    }

    private static final class Reading {
        private final LocalDate from;
        private final LocalDate until;
        private final Map<LocalDate, String> days = new TreeMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Set<LocalDate>> moved = new HashMap<>();
        private int doubles;

        Reading(LocalDate from, LocalDate until) {
            this.from = from;
            this.until = until;
        }

        HolidayFile all(List<VEvent> events, List<Integer> lines) {
            events.forEach(this::moves);
            for (int i = 0; i < events.size(); i++) {
                int line = i < lines.size() ? lines.get(i) : 0;
                VEvent event = events.get(i);
                String name = name(event);
                fault(event, name).or(() -> add(event, name)).filter(_ -> faults.size() < MOST_FAULTS)
                        .ifPresent(why -> faults.add(new Fault(line, name, why)));
                if (days.size() > MOST_DAYS) throw Problem.invalid("file", "too-many", MOST_DAYS);
            }
            return new HolidayFile(days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(), doubles, faults);
        }

        /** One time of a series that is on another day or cancelled stands as an event of its own (RFC 5545, 3.8.4.4). */
        private void moves(VEvent event) {
            if (event.getUid() == null || event.getRecurrenceId() == null || event.getRecurrenceId().getValue() == null) return;
            moved.computeIfAbsent(event.getUid().getValue(), _ -> new HashSet<>()).add(day(event.getRecurrenceId().getValue()));
        }

        private Set<LocalDate> movedOf(VEvent event) {
            return event.getUid() == null || event.getRecurrenceId() != null ? Set.of() : moved.getOrDefault(event.getUid().getValue(), Set.of());
        }

        private Optional<Why> fault(VEvent event, String name) {
            if (event.getDateStart() == null || event.getDateStart().getValue() == null || !exists(event.getDateStart().getValue())) return Optional.of(Why.NO_DAY);
            if (event.getDateStart().getValue().hasTime()) return Optional.of(Why.NOT_WHOLE_DAYS);
            boolean unknown = event.getRecurrenceRule() != null && (event.getRecurrenceRule().getValue() == null || event.getRecurrenceRule().getValue().getFrequency() == null);
            if (unknown || event.getExperimentalProperty("RRULE") != null) return Optional.of(Why.UNKNOWN_RULE);
            if (name.isEmpty()) return Optional.of(Why.NO_NAME);
            long length = length(event);
            if (length < 1) return Optional.of(Why.ENDS_BEFORE_IT_BEGINS);
            return length > LONGEST_DAYS ? Optional.of(Why.TOO_LONG) : Optional.empty();
        }

        private Optional<Why> add(VEvent event, String name) {
            if (event.getStatus() != null && "CANCELLED".equalsIgnoreCase(event.getStatus().getValue())) return Optional.empty();
            long length = length(event);
            LocalDate earliest = from.minusDays(length);
            List<LocalDate> begins = new ArrayList<>();
            DateIterator each = event.getDateIterator(TimeZone.getDefault());
            LocalDate first = day(event.getDateStart().getValue());
            if (first.isBefore(earliest)) each.advanceTo(Date.from(earliest.atStartOfDay(ZoneId.systemDefault()).toInstant()));
            while (each.hasNext()) {
                LocalDate day = day(each.next());
                if (!day.isBefore(until)) break;
                if (!movedOf(event).contains(day)) begins.add(day);
                if (begins.size() > MOST_TIMES) return Optional.of(Why.TOO_OFTEN);
            }
            begins.forEach(day -> day.datesUntil(day.plusDays(length)).forEach(one -> put(one, name)));
            return Optional.empty();
        }

        private void put(LocalDate day, String name) {
            if (day.isBefore(from) || !day.isBefore(until)) return;
            if (days.putIfAbsent(day, name) != null) doubles++;
        }

        private static String name(VEvent event) {
            @Nullable Summary summary = event.getSummary();
            String name = summary == null || summary.getValue() == null ? "" : summary.getValue().strip().replaceAll("\\s+", " ");
            return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
        }

        /** In days; the end that a file names is the day after the last. */
        private static long length(VEvent event) {
            LocalDate first = day(event.getDateStart().getValue());
            if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
                return ChronoUnit.DAYS.between(first, day(event.getDateEnd().getValue()));
            }
            if (event.getDuration() != null && event.getDuration().getValue() != null) {
                return Math.max(1, event.getDuration().getValue().toMillis() / java.time.Duration.ofDays(1).toMillis());
            }
            return 1;
        }

        /** The library reads 30 February as a day of March. */
        private static boolean exists(ICalDate date) {
            var written = date.getRawComponents();
            return written == null || day(date).getDayOfMonth() == written.getDate() || date.hasTime();
        }

        private static LocalDate day(ICalDate date) {
            return day((Date) date);
        }

        /** The library keeps a day as the midnight with which it begins on this machine. */
        private static LocalDate day(Date date) {
            return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
        }
    }
}
