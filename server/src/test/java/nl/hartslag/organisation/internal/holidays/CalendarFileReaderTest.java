package nl.hartslag.organisation.internal.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.hartslag.organisation.HolidayFile;
import nl.hartslag.organisation.HolidayFile.Day;
import nl.hartslag.organisation.HolidayFile.Fault;
import nl.hartslag.organisation.HolidayFile.Why;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class CalendarFileReaderTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2029, 1, 1);

    @Test
    void readsAWholeDayAndSeveralInARow() {
        HolidayFile file = read(event("SUMMARY:Koningsdag", "DTSTART;VALUE=DATE:20260427", "DTEND;VALUE=DATE:20260428"),
                event("SUMMARY:Kerst", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227"),
                event("SUMMARY:Zonder einde", "DTSTART;VALUE=DATE:20260505"));
        assertThat(file.days()).containsExactly(day("2026-04-27", "Koningsdag"), day("2026-05-05", "Zonder einde"),
                day("2026-12-25", "Kerst"), day("2026-12-26", "Kerst"));
        assertThat(file.faults()).isEmpty();
    }

    @Test
    void readsWhatComesBackEveryYearAlsoWhenItBeganLongAgo() {
        HolidayFile file = read(event("SUMMARY:Nieuwjaar", "DTSTART;VALUE=DATE:19990101", "RRULE:FREQ=YEARLY"),
                event("SUMMARY:Dankdag", "DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
        assertThat(file.days()).containsExactly(day("2026-01-01", "Nieuwjaar"), day("2026-11-26", "Dankdag"), day("2027-01-01", "Nieuwjaar"),
                day("2027-11-25", "Dankdag"), day("2028-01-01", "Nieuwjaar"), day("2028-11-23", "Dankdag"));
    }

    @Test
    void leavesOutWhatARuleLeavesOutAndWhatWasCancelled() {
        HolidayFile file = read(event("SUMMARY:Kerst", "DTSTART;VALUE=DATE:20251225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271225"),
                event("SUMMARY:Feest", "DTSTART;VALUE=DATE:20260606", "STATUS:CANCELLED"));
        assertThat(file.days()).extracting(Day::day).containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2028, 12, 25));
    }

    @Test
    void oneTimeOfASeriesIsMovedOrCancelledByItself() {
        HolidayFile file = read(event("UID:koning", "SUMMARY:Koningsdag", "DTSTART;VALUE=DATE:20240427", "RRULE:FREQ=YEARLY"),
                event("UID:koning", "SUMMARY:Koningsdag", "RECURRENCE-ID;VALUE=DATE:20260427", "DTSTART;VALUE=DATE:20260426"),
                event("UID:koning", "SUMMARY:Koningsdag", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270427", "STATUS:CANCELLED"));
        assertThat(file.days()).containsExactly(day("2026-04-26", "Koningsdag"), day("2028-04-27", "Koningsdag"));
    }

    @Test
    void readsWhatAnOlderProgramWrote() {
        byte[] file = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event("SUMMARY:Fête nationale", "DTSTART;VALUE=DATE:20260714") + "END:VCALENDAR\r\n").getBytes(Charset.forName("windows-1252"));
        assertThat(CalendarFileReader.read(file, FROM, UNTIL).days()).containsExactly(day("2026-07-14", "Fête nationale"));
    }

    @Test
    void leavesOutWhatIsNoDayOrNoRule() {
        HolidayFile file = read(event("SUMMARY:Schrikkel", "DTSTART;VALUE=DATE:20260230"), event("SUMMARY:Kaas", "DTSTART;VALUE=DATE:20260301", "RRULE:FREQ=KAAS"));
        assertThat(file.days()).isEmpty();
        assertThat(file.faults()).extracting(Fault::why).containsExactly(Why.NO_DAY, Why.UNKNOWN_RULE);
    }

    @Test
    void namesADayOnceAndSaysHowOftenItCameAgain() {
        HolidayFile file = read(event("SUMMARY:Kerst", "DTSTART;VALUE=DATE:20261225"), event("SUMMARY:Eerste kerstdag", "DTSTART;VALUE=DATE:20261225"));
        assertThat(file.days()).containsExactly(day("2026-12-25", "Kerst"));
        assertThat(file.doubles()).isEqualTo(1);
    }

    @Test
    void saysByLineWhatItLeavesOutAndKeepsTheRest() {
        HolidayFile file = read(event("SUMMARY:Borrel", "DTSTART:20260606T170000Z", "DTEND:20260606T190000Z"),
                event("SUMMARY:Nergens"), event("DTSTART;VALUE=DATE:20260607"),
                event("SUMMARY:Zomer", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260901"),
                event("SUMMARY:Terug", "DTSTART;VALUE=DATE:20260602", "DTEND;VALUE=DATE:20260601"),
                event("SUMMARY:Wartaal", "DTSTART;VALUE=DATE:gisteren"),
                event("SUMMARY:Elke dag", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY"),
                event("SUMMARY:Kerst", "DTSTART;VALUE=DATE:20261225"));
        assertThat(file.faults()).containsExactly(new Fault(3, "Borrel", Why.NOT_WHOLE_DAYS), new Fault(8, "Nergens", Why.NO_DAY),
                new Fault(11, "", Why.NO_NAME), new Fault(14, "Zomer", Why.TOO_LONG), new Fault(19, "Terug", Why.ENDS_BEFORE_IT_BEGINS),
                new Fault(24, "Wartaal", Why.NO_DAY), new Fault(28, "Elke dag", Why.TOO_OFTEN));
        assertThat(file.days()).containsExactly(day("2026-12-25", "Kerst"));
    }

    @Test
    void refusesWhatIsNoCalendarIsEmptyOrTooLarge() {
        refused("not-a-calendar", "dag;naam\n2026-12-25;Kerst".getBytes(StandardCharsets.UTF_8));
        refused("not-a-calendar", new byte[] {0x50, 0x4b, 3, 4, 0, 0});
        refused("required", new byte[0]);
        refused("no-events", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
        refused("cut-off", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Kerst\r\nDTSTART;VALUE=DATE:20261225\r\n".getBytes(StandardCharsets.UTF_8));
        refused("too-large-mb", new byte[1024 * 1024 + 1]);
    }

    @Test
    void anyJunkInsideIsReadOrRefusedAndNeverFails() {
        Law.holds(200, any -> {
            StringBuilder junk = new StringBuilder("BEGIN:VCALENDAR\r\n");
            for (int i = 0; i < any.number(0, 12); i++) {
                junk.append(any.of("BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20260101", "DTSTART:", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=YEARLY;UNTIL=x",
                        "SUMMARY:\u0000", "DTEND;VALUE=DATE:99999999", " gevouwen", "DURATION:P99999D", "EXDATE:;;;", "BEGIN:", "\uD83D")).append("\r\n");
            }
            try {
                assertThat(read(junk.toString()).days()).allSatisfy(day -> assertThat(day.day()).isBetween(FROM, UNTIL.minusDays(1)));
            } catch (Problem refused) {
                assertThat(refused.fieldErrors()).containsKey("file");
            }
        });
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> CalendarFileReader.read(file, FROM, UNTIL))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("file", code));
    }

    private static HolidayFile read(String... events) {
        String text = events.length == 1 && events[0].startsWith("BEGIN:VCALENDAR") ? events[0]
                : "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
        return CalendarFileReader.read(text.getBytes(StandardCharsets.UTF_8), FROM, UNTIL);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static Day day(String day, String name) {
        return new Day(LocalDate.parse(day), name);
    }
}
