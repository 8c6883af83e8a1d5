package nl.hartslag.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.shared.UserId;

/** The door of organisation. Brands and calendars change rarely; answers come from memory and are at most seconds old. */
public interface Organisation {
    List<Brand> brands();

    /** @throws nl.hartslag.platform.problem.Problem {@code brands/not-found} */
    Brand brand(BrandId id);

    Optional<Brand> brandByKey(String key);

    /** When a channel of a brand is open and what is promised there; always open and a day when nothing was set. */
    ChannelHours hours(BrandId brand, String channel);

    /** The same for one site: its own hours when it has them, otherwise those of the brand. */
    ChannelHours hours(BrandId brand, String channel, SiteId site);

    /** The channels of a brand that are closed at this instant; for someone of a site, by that site's hours where it has them. */
    Set<String> closedChannels(BrandId brand, Optional<SiteId> site, Instant at);

    /** From when the channel is open at the brand or at any of its sites; {@code at} itself when it is open somewhere already. */
    Optional<Instant> opensSomewhere(BrandId brand, String channel, Instant at);

    /** What the hours of a channel of a brand promise; a day of any time when nothing was set. */
    Answering answering(BrandId brand, String channel);

    /** The time of a calendar; empty when there is no such calendar. */
    Optional<BusinessTime> calendar(CalendarId id);

    /** All reasons of a brand that are in use, parents before children. */
    List<Reason> reasons(BrandId brand);

    Optional<Reason> reason(ReasonId id);

    List<Department> departments();

    Optional<Department> department(DepartmentId id);

    /** The processes of all departments that are in use, in their order. */
    List<Process> processes();

    Optional<Process> process(ProcessId id);

    /** By when a department answers a question of this instant, as was agreed with it. */
    Instant departmentAnswers(DepartmentId id, Instant from);

    /** The time in which a department works: what was agreed with it counts nothing else. */
    BusinessTime departmentTime(DepartmentId id);

    /** For which departments, that are in use, somebody answers. */
    Set<DepartmentId> departmentsOf(UserId person);

    /** Who answers for a department that is in use. */
    Set<UserId> membersOf(DepartmentId department);

    /**
     * @param accent colour as {@code #rrggbb}
     * @param anonymous customers are known by pseudonym only
     * @param timesPerPerson what is done with times of single people
     */
    record Brand(
            BrandId id,
            String key,
            String name,
            String accent,
            String defaultLanguage,
            java.time.ZoneId zone,
            boolean anonymous,
            String greetingNl,
            String greetingEn,
            TimesPerPerson timesPerPerson) {}

    /** @param startsAs with which priority contacts begin that come with it, its own or that of a reason above it */
    record Reason(
            ReasonId id, BrandId brand, Optional<ReasonId> parent, String nameNl, String nameEn, boolean offeredToCustomers, Optional<StartsAs> startsAs) {}

    /** @param mail where questions to it go as well */
    record Department(DepartmentId id, String nameNl, String nameEn, Optional<String> mail) {}

    /** What a department does that can make a contact necessary. */
    record Process(ProcessId id, DepartmentId department, String nameNl, String nameEn) {}

    /** Opening hours of one channel of one brand. */
    interface ChannelHours {
        java.time.ZoneId zone();

        boolean isOpen(Instant at);

        /** The first instant at or after {@code at} that is open; empty when it never opens within a year. */
        Optional<Instant> nextOpening(Instant at);

        /** When the block that holds {@code at} closes; empty when closed at that instant or always open. */
        Optional<Instant> closesAt(Instant at);

        /** By when a message of this instant is answered, in business time. */
        Instant answerDue(Instant from);
    }

    /** Within how much time an answer is promised, and in which time that is counted. */
    record Answering(Duration within, BusinessTime time) {}

    /** The time in which a calendar is open; whatever is promised counts nothing else. */
    interface BusinessTime {
        /** The earliest instant by which this much of it has passed. */
        Instant plus(Instant from, Duration business);

        /** How much of it lies between two instants; zero when the second is not later. */
        Duration between(Instant from, Instant to);

        /** The clock on the wall by which its days are counted. */
        java.time.ZoneId zone();

        /** When it is open on a day by that clock: in order and without overlap; nothing when it is closed all day. */
        List<Open> on(LocalDate day);
    }

    /** An open stretch; it includes its start, not its end. */
    record Open(Instant from, Instant to) {}
}
