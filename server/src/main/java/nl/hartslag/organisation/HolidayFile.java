package nl.hartslag.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar file (RFC 5545) says about whole days, for a person to look at; nothing is stored.
 *
 * @param days       in their order, one name for each
 * @param doubles    how many times a day was named again
 * @param faults     what was left out, by the line where it begins
 */
public record HolidayFile(List<Day> days, int doubles, List<Fault> faults) {
    @Schema(name = "HolidayInFile")
    public record Day(LocalDate day, String name) {}

    /** @param name as the file calls it, empty when it does not */
    @Schema(name = "HolidayFault")
    public record Fault(int line, String name, Why why) {}

    /** Why something was left out. */
    public enum Why {
        NO_DAY,
        NO_NAME,
        NOT_WHOLE_DAYS,
        TOO_LONG,
        ENDS_BEFORE_IT_BEGINS,
        TOO_OFTEN,
        UNKNOWN_RULE
    }
}
