package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.Held;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.QueueNow;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Mail is offered while its channel is open where the person works, and is never lost from sight before. */
@HartslagTest
@Import(RoutingWorld.class)
class OpeningHoursTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    OrganisationSettings organisation;

    @Autowired
    Supervision floor;

    private LocalDate monday;
    private BrandId brand;
    private Access anna;

    @BeforeEach
    void onMondayBeforeTheDoorsOpen() {
        world.rounds.stop();
        monday = LocalDate.ofInstant(clock.instant(), ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        itIs(monday, "07:00");
        brand = world.aBrand();
        anna = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void mailWaitsForTheDoorsToOpen() {
        opens("mail", null, workingDays());
        world.available(anna);
        ContactId mail = world.aMail(brand);
        roundIsMade();
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.routing.heldFrom(anna)).contains(new Held(1, Optional.of(at(monday, "09:00"))));
        assertThat(world.waits(mail)).isTrue();

        itIs(monday, "09:00");
        roundIsMade();
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
        assertThat(world.routing.heldFrom(anna)).isEmpty();
    }

    @Test
    void nothingIsOfferedInTheBreakBetweenTwoBlocks() {
        opens("mail", null, workingDays());
        itIs(monday, "12:00");
        world.available(anna);
        world.aMail(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        itIs(monday, "12:59");
        roundIsMade();
        assertThat(world.offerTo(anna)).isEmpty();
        itIs(monday, "13:00");
        roundIsMade();
        assertThat(world.offerTo(anna)).isPresent();
    }

    @Test
    void aHolidayIsClosedWhateverTheWeekdaySays() {
        opens("mail", null, calendar(List.of(new Holiday(monday, "Free", null, null))));
        itIs(monday, "10:00");
        world.available(anna);
        world.aMail(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.routing.heldFrom(anna)).contains(new Held(1, Optional.of(at(monday.plusDays(1), "09:00"))));
    }

    @Test
    void whoeverAsksForWorkGetsItAtAnyHour() {
        opens("mail", null, workingDays());
        ContactId mail = world.aMail(brand);
        assertThat(world.routing.takeNext(anna, Optional.empty())).contains(mail);
    }

    @Test
    void someoneWhoSitsWaitingIsHelpedAfterClosingTime() {
        opens("chat", null, workingDays());
        itIs(monday, "16:59");
        ContactId chat = world.aChat(brand);
        itIs(monday, "17:05");
        world.available(anna);
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
    }

    @Test
    void theHoursOfTheSiteWhereSomeoneWorksCount() {
        SiteId early = organisation.createSite(Accesses.administrator(), new SiteDraft("Site " + UUID.randomUUID(), ZONE.getId(), null, false));
        CalendarId usual = workingDays();
        CalendarId dayAndNight = organisation.createCalendar(
                Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), ZONE.getId(), true, List.of(), List.of()));
        organisation.setChannelHours(Accesses.administrator(brand), brand,
                List.of(new HoursDraft("mail", null, usual, 60), new HoursDraft("mail", early, dayAndNight, 60)));
        world.available(anna);
        Access bram = world.available(world.anAgentAt(brand, early));
        ContactId mail = world.aMail(brand);
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.offerTo(bram)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
    }

    @Test
    void theFloorSaysUntilWhenAQueueWaitsForTheDoors() {
        SiteId early = organisation.createSite(Accesses.administrator(), new SiteDraft("Site " + UUID.randomUUID(), ZONE.getId(), null, false));
        CalendarId usual = workingDays();
        organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(new HoursDraft("mail", null, usual, 60)));
        world.aMail(brand);
        assertThat(opensAt()).contains(at(monday, "09:00"));
        itIs(monday, "09:00");
        assertThat(opensAt()).isEmpty();
        itIs(monday, "07:00");
        CalendarId dayAndNight = organisation.createCalendar(
                Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), ZONE.getId(), true, List.of(), List.of()));
        organisation.setChannelHours(Accesses.administrator(brand), brand,
                List.of(new HoursDraft("mail", null, usual, 60), new HoursDraft("mail", early, dayAndNight, 60)));
        assertThat(opensAt()).isEmpty();
    }

    @Test
    void theFloorCallsNoQueueClosedFromWhichSomethingMayBeOffered() {
        opens("mail", null, workingDays());
        assertThat(opensAt()).isEmpty();
        world.aMail(brand);
        ContactId open = world.aMail(brand);
        world.db.update(WAITING).set(WAITING.CHANNEL, "letters").where(WAITING.CONTACT_ID.eq(open.value())).execute();
        assertThat(opensAt()).isEmpty();
    }

    private Optional<Instant> opensAt() {
        return floor.queues(Accesses.administrator(brand)).stream().map(QueueNow::figures).map(Supervision.QueueFigures::opensAt)
                .flatMap(Stream::ofNullable).findFirst();
    }

    @Test
    void aQueueForAllHoursIsOfferedAtNight() {
        opens("mail", null, workingDays());
        QueueId night = world.routing.createQueue(new NewQueue(
                brand, "Night " + UUID.randomUUID(), Optional.empty(), 50, 10, "push", 30, 60, Map.of(), true, false, Search.PLAIN));
        world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), night);
        world.available(anna);
        world.aMail(brand);
        assertThat(world.offerTo(anna)).isPresent();
    }

    @Test
    void whatIsHeldBackHidesNothingOfAnotherChannel() {
        opens("mail", null, workingDays());
        for (int i = 0; i < 5; i++) world.aMail(brand);
        ContactId open = world.aMail(brand);
        world.db.update(WAITING).set(WAITING.CHANNEL, "letters").where(WAITING.CONTACT_ID.eq(open.value())).execute();
        world.available(anna);
        assertThat(world.offerTo(anna)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(open));
    }

    private void roundIsMade() {
        world.connections.alive();
        world.rounds.make();
    }

    private void opens(String channel, @Nullable SiteId site, CalendarId calendar) {
        organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(new HoursDraft(channel, site, calendar, 60)));
    }

    private CalendarId workingDays() {
        return calendar(List.of());
    }

    /** Monday to Friday from nine to twelve and from one to five. */
    private CalendarId calendar(List<Holiday> holidays) {
        List<WeekBlock> week = new ArrayList<>();
        Stream.of(DayOfWeek.values()).limit(5).forEach(day -> {
            week.add(new WeekBlock(day, LocalTime.of(9, 0), LocalTime.of(12, 0)));
            week.add(new WeekBlock(day, LocalTime.of(13, 0), LocalTime.of(17, 0)));
        });
        return organisation.createCalendar(
                Accesses.administrator(), new CalendarDraft("Calendar " + UUID.randomUUID(), ZONE.getId(), false, week, holidays));
    }

    private void itIs(LocalDate day, String time) {
        clock.stopAt(at(day, time));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
