package nl.hartslag.organisation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The door through which an administrator (or the demo company) describes who we are. Every change needs
 * {@code organisation.configure}, is audited and is known on every node within seconds. What is filled in wrongly is
 * refused with {@code request/invalid} and a code per field.
 */
public interface OrganisationSettings {
    BrandId createBrand(Access access, BrandDraft draft);

    /** The key stays what it was: it stands in addresses and settings of others. */
    void changeBrand(Access access, BrandId id, BrandDraft draft);

    List<Site> sites();

    SiteId createSite(Access access, SiteDraft draft);

    void changeSite(Access access, SiteId id, SiteDraft draft);

    List<Partner> partners();

    PartnerId createPartner(Access access, String name);

    void changePartner(Access access, PartnerId id, PartnerDraft draft);

    /** All departments in their order, also the archived ones. Who answers for them is told to who may change it. */
    List<DepartmentRow> allDepartments(Access access);

    DepartmentId createDepartment(Access access, DepartmentDraft draft);

    /** Refused with {@code departments/changed} when somebody else changed it after the version that was opened. */
    void changeDepartment(Access access, DepartmentId id, DepartmentDraft draft);

    List<Calendar> calendars();

    CalendarId createCalendar(Access access, CalendarDraft draft);

    void changeCalendar(Access access, CalendarId id, CalendarDraft draft);

    /** Refused with {@code calendars/in-use} while a channel keeps to it. */
    void deleteCalendar(Access access, CalendarId id);

    /**
     * The whole days that a calendar file names, from the beginning of this year and three years on, to look at before anything is stored.
     * Refused with a code at {@code file} when it is larger than a megabyte, or no calendar.
     */
    HolidayFile readHolidays(Access access, byte[] file);

    /**
     * What is done with times of single people. With {@code NOT_RECORDED} what was kept is removed for good, so that has to be
     * confirmed; refused with {@code brands/times-would-go} otherwise. The same choice again is harmless.
     */
    void chooseTimesPerPerson(Access access, BrandId id, TimesPerPerson choice, boolean confirmed);

    List<HoursRow> channelHours(BrandId brand);

    /** Replaces all channel hours of the brand. */
    void setChannelHours(Access access, BrandId brand, List<HoursDraft> hours);

    /** All reasons of a brand, also the archived ones, parents before children, in their order. */
    List<ReasonRow> allReasons(BrandId brand);

    /** The same as they were at the end of a day of the brand. */
    List<ReasonRow> reasonsOn(BrandId brand, LocalDate day);

    /** What was changed in the reasons of a brand, by whom and when, newest first. */
    Page<ReasonChange> reasonChanges(Access access, BrandId brand, @Nullable String cursor, int limit);

    /** Refused with {@code reasons/too-deep} below the third level. */
    ReasonId createReason(Access access, BrandId brand, ReasonDraft draft);

    /**
     * Changes a reason; archiving one archives what is under it as well. Refused with {@code reasons/changed} when somebody else
     * changed it after the version that was opened.
     */
    void changeReason(Access access, ReasonId id, ReasonDraft draft);

    /** @param accent colour as {@code #rrggbb}; @param zone an IANA zone such as {@code Europe/Amsterdam} */
    record BrandDraft(
            String key,
            String name,
            String accent,
            String defaultLanguage,
            String zone,
            boolean anonymous,
            String greetingNl,
            String greetingEn) {}

    /**
     * @param partner the company that runs the site; absent when we do
     * @param archived not offered any more; who works there stays so, and figures keep its name
     */
    record SiteDraft(String name, String zone, @Nullable PartnerId partner, boolean archived) {}

    /** @param archived not offered any more; its people and queues stay as they are */
    record PartnerDraft(String name, boolean archived) {}

    record Site(SiteId id, String name, String zone, @Nullable PartnerId partner, boolean archived) {}

    record Partner(PartnerId id, String name, boolean archived) {}

    /**
     * @param answerMinutes working time within which it answers a question, 1 to 43,200
     * @param calendar      when it works; day and night when absent
     * @param members       who answers for it
     * @param mail          where its questions go by mail as well; nowhere when absent or empty
     * @param processes     what it does, in their order; one that is left out is archived. When absent they stay as they are
     * @param version       that was opened; absent for a new one, or to change whatever is there
     */
    record DepartmentDraft(
            String nameNl,
            String nameEn,
            int position,
            boolean archived,
            int answerMinutes,
            @Nullable CalendarId calendar,
            List<UserId> members,
            @Nullable String mail,
            @Nullable List<ProcessDraft> processes,
            @Nullable Integer version) {
        /** A working day to answer, and nobody who does. */
        public DepartmentDraft(String nameNl, String nameEn, int position, boolean archived) {
            this(nameNl, nameEn, position, archived, 480, null, List.of());
        }

        /** Its processes stay as they are. */
        public DepartmentDraft(
                String nameNl, String nameEn, int position, boolean archived, int answerMinutes, @Nullable CalendarId calendar, List<UserId> members) {
            this(nameNl, nameEn, position, archived, answerMinutes, calendar, members, null, null, null);
        }

        public DepartmentDraft {
            members = List.copyOf(members);
            processes = processes == null ? null : List.copyOf(processes);
        }
    }

    /** @param id absent for a new one */
    record ProcessDraft(@Nullable ProcessId id, String nameNl, String nameEn, boolean archived) {}

    record ProcessRow(ProcessId id, String nameNl, String nameEn, boolean archived) {}

    /** @param version that a change is made of; tells nothing to who may not change it */
    record DepartmentRow(
            DepartmentId id,
            String nameNl,
            String nameEn,
            int position,
            boolean archived,
            int answerMinutes,
            @Nullable CalendarId calendar,
            List<UserId> members,
            @Nullable String mail,
            List<ProcessRow> processes,
            int version) {
        public DepartmentRow withoutMembers() {
            return new DepartmentRow(id, nameNl, nameEn, position, archived, answerMinutes, calendar, List.of(), null, processes, 0);
        }
    }

    /** A stretch of a weekday; closing at 00:00 means midnight. */
    record WeekBlock(
            DayOfWeek day,
            @JsonFormat(pattern = "HH:mm") LocalTime opens,
            @JsonFormat(pattern = "HH:mm") LocalTime closes) {
        public WeekBlock {
            Objects.requireNonNull(day);
            Objects.requireNonNull(opens);
            Objects.requireNonNull(closes);
        }
    }

    /** A day that differs from its weekday: closed, or open at these times instead. */
    record Holiday(
            LocalDate day,
            String name,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime opens,
            @JsonFormat(pattern = "HH:mm") @Nullable LocalTime closes) {
        public Holiday {
            Objects.requireNonNull(day);
            Objects.requireNonNull(name);
        }
    }

    record CalendarDraft(String name, String zone, boolean alwaysOpen, List<WeekBlock> week, List<Holiday> holidays) {
        public CalendarDraft {
            week = List.copyOf(week);
            holidays = List.copyOf(holidays);
        }
    }

    record Calendar(
            CalendarId id, String name, ZoneId zone, boolean alwaysOpen, List<WeekBlock> week, List<Holiday> holidays) {}

    /** @param answerMinutes business time within which we promise to answer, 1 to 43,200 */
    record HoursDraft(String channel, @Nullable SiteId site, CalendarId calendar, int answerMinutes) {
        public HoursDraft {
            Objects.requireNonNull(channel);
            Objects.requireNonNull(calendar);
        }
    }

    /**
     * @param openNow whether it is open at this moment
     * @param answerDueNow by when a message of this moment is answered
     */
    record HoursRow(
            String channel,
            @Nullable SiteId site,
            CalendarId calendar,
            int answerMinutes,
            boolean openNow,
            Instant answerDueNow) {}

    /**
     * @param startsAs with which priority contacts begin that come with it; as the reason above says when absent. The higher of this and that of
     *                 the customer's group holds
     * @param version  that was opened; absent for a new one, or to change whatever is there
     */
    record ReasonDraft(
            @Nullable ReasonId parent,
            String nameNl,
            String nameEn,
            int position,
            boolean offeredToCustomers,
            @Nullable StartsAs startsAs,
            boolean archived,
            @Nullable Integer version) {
        public ReasonDraft(
                @Nullable ReasonId parent, String nameNl, String nameEn, int position, boolean offeredToCustomers, boolean archived) {
            this(parent, nameNl, nameEn, position, offeredToCustomers, null, archived, null);
        }
    }

    record ReasonRow(
            ReasonId id,
            BrandId brand,
            Optional<ReasonId> parent,
            String nameNl,
            String nameEn,
            int position,
            boolean offeredToCustomers,
            @Nullable StartsAs startsAs,
            boolean archived,
            int version) {}

    /**
     * @param by  absent for what was there before changes were kept
     * @param was absent when it was new
     */
    record ReasonChange(ReasonId reason, Instant at, @Nullable String by, @Nullable ReasonAs was, ReasonAs now) {}

    /** How a reason stood; what it stood under by its name of then. */
    record ReasonAs(
            String nameNl,
            String nameEn,
            @Nullable String parentNl,
            @Nullable String parentEn,
            int position,
            boolean offeredToCustomers,
            @Nullable StartsAs startsAs,
            boolean archived) {}
}
