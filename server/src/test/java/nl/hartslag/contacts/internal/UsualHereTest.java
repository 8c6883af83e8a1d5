package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Usual;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.Received;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class UsualHereTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Autowired GivenPromises promises;
    @Autowired PromiseRules rules;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access noor;
    private Received letter;
    private LocalDate today;

    @BeforeEach
    void aLetter() {
        today = LocalDate.ofInstant(clock.instant(), AMSTERDAM).plusDays(1);
        clock.stopAt(today.atTime(10, 0).atZone(AMSTERDAM).toInstant());
        brand = work.aBrand();
        noor = work.anAgent(brand);
        letter = work.aLetter(brand).arrives();
    }

    @AfterEach
    void theClockGoesOn() {
        clock.run();
    }

    @Test
    void keepsToTheHoursOfTheChannelAndItsHolidays() {
        hours(calendar(9, 17, today.plusDays(1), today.plusDays(4)));
        assertThat(usual()).containsExactly(
                new Usual(Act.CALL_BACK, at(2, 9), at(2, 12)), new Usual(Act.CALL_BACK, at(2, 13), at(2, 17)),
                new Usual(Act.CALL_BACK, at(0, 10).plus(Duration.ofMinutes(30)), at(0, 17)),
                new Usual(Act.WRITE_BACK, null, at(0, 17)), new Usual(Act.REFUND, null, at(7, 17)));
    }

    @Test
    void keepsToTheCalendarOfTheRuleThatHolds() {
        hours(calendar(9, 17));
        CalendarId evenings = calendar(15, 20, today);
        rules.add(Accesses.administrator(brand), new NewRule(new For(brand, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Terms(Optional.of(Duration.ofHours(4)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(evenings))));
        assertThat(usual()).containsExactly(
                new Usual(Act.CALL_BACK, at(1, 15), at(1, 20)), new Usual(Act.WRITE_BACK, null, at(1, 20)), new Usual(Act.REFUND, null, at(5, 20)));
    }

    @Test
    void offersNothingWhereItStaysClosedForAYear() {
        hours(organisation.createCalendar(Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), AMSTERDAM.getId(), false, List.of(),
                List.of(new Holiday(today.plusDays(380), "Weer open", LocalTime.NOON, LocalTime.of(20, 0))))));
        assertThat(usual()).isEmpty();
    }

    @Test
    void whatIsOfferedCanBePromised() {
        usual().forEach(one -> promises.give(noor, letter.conversation(),
                new NewPromise(one.act(), "Beloofd", one.from(), one.due(), null, UUID.randomUUID().toString())));
        assertThat(promises.counts(noor).mine()).isEqualTo(5);
    }

    @Test
    void tellsNothingToWhoMayNotSeeTheConversation() {
        refused("contacts/not-found", () -> promises.usual(work.anAgent(work.aBrand()), letter.conversation()));
    }

    private List<Usual> usual() {
        return promises.usual(noor, letter.conversation());
    }

    private Instant at(int days, int hour) {
        return today.plusDays(days).atTime(hour, 0).atZone(AMSTERDAM).toInstant();
    }

    private void hours(CalendarId calendar) {
        organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(new HoursDraft(Work.CHANNEL, null, calendar, 60)));
    }

    /** Every day alike. */
    private CalendarId calendar(int opens, int closes, LocalDate... closed) {
        List<WeekBlock> week = IntStream.rangeClosed(1, 7).mapToObj(day -> new WeekBlock(DayOfWeek.of(day), LocalTime.of(opens, 0), LocalTime.of(closes, 0))).toList();
        return organisation.createCalendar(Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), AMSTERDAM.getId(), false, week,
                Arrays.stream(closed).map(day -> new Holiday(day, "Gesloten", null, null)).toList()));
    }
}
