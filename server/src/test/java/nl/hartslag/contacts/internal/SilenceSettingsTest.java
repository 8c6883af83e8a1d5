package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Silence;
import nl.hartslag.contacts.Silence.Obstacle;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.contacts.SubStates;
import nl.hartslag.contacts.SubStates.Choice;
import nl.hartslag.contacts.SubStates.Listed;
import nl.hartslag.contacts.SubStates.SubState;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import({Work.class, SilentWorld.class})
class SilenceSettingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    @Autowired Silence silence;
    @Autowired SilentWorld world;
    @Autowired Work work;
    @Autowired Contacts contacts;
    @Autowired SubStates subStates;
    @Autowired OrganisationSettings organisation;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;

    @BeforeEach
    void aBrandThatMails() {
        brand = world.aBrandThatMails();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
    }

    private Received asked() {
        return world.asked(noor, work.aLetter(brand), reason);
    }

    private Settings settings() {
        return silence.of(world.admin(brand), brand);
    }

    @Test
    void whatWaitsWhenItIsSwitchedOnCountsFromThenOrNotAtAll() {
        Received before = asked();
        world.days(20);
        var preview = silence.preview(world.admin(brand), brand, 5, 7);
        assertThat(preview.waiting()).isEqualTo(1);
        assertThat(preview.remindsOn()).isEqualTo(clock.instant().plus(Duration.ofDays(5)).atZone(ZONE).toLocalDate());
        assertThat(preview.remindsSoon()).isZero();
        set(settings(), true, false);
        Received later = asked();
        assertThat(world.of(later)).isNotNull();
        assertThat(world.of(before)).isNull();

        set(settings(), false, false);
        assertThat(world.of(later)).as("switched off").isNull();
        set(settings(), true, true);
        eventually(() -> world.of(before), shown -> shown != null);
        assertThat(world.of(before).remindAt()).isAfter(clock.instant().plus(Duration.ofDays(4)));
        world.reminded(noor, before);
        assertThat(world.written(noor, before)).hasSize(1);
    }

    private void set(Settings now, boolean active, boolean waitingToo) {
        silence.set(world.admin(brand), brand, new Settings(active, 5, 7, 200, now.remindNl(), now.remindEn(), true, now.closingNl(), now.closingEn(), false,
                List.of(), now.version()), waitingToo);
    }

    @Test
    void otherDaysHoldForWhoWasNotRemindedAndWhoWasToldADayKeepsIt() {
        world.on(brand);
        Received told = asked();
        world.reminded(noor, told);
        Instant day = world.of(told).solveAt();
        Received other = asked();
        world.set(brand, 2, 1, 200, false, List.of());
        assertThat(world.of(told).solveAt()).isEqualTo(day);
        eventually(() -> world.of(other).remindAt().isBefore(clock.instant().plus(Duration.ofDays(3))));
        world.days(2);
        world.look(other);
        assertThat(world.written(noor, other)).hasSize(1);
        assertThat(world.state(told)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void switchedOffNothingIsSentAnyMore() {
        world.on(brand);
        Received one = asked();
        set(settings(), false, false);
        world.days(30);
        world.look(one);
        assertThat(world.written(noor, one)).isEmpty();
        assertThat(world.state(one)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void remindersAndSolvingWaitForOpeningHours() {
        world.on(brand);
        openOnWeekdays();
        for (int day = 0; day < 7; day++) {
            Received one = asked();
            Stream.of(world.of(one).remindAt(), world.of(one).solveAt()).map(at -> at.atZone(ZONE)).forEach(at -> {
                assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                assertThat(at.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 0));
            });
            world.days(1);
        }
        Received late = asked();
        ZonedDateTime evening = world.of(late).remindAt().atZone(ZONE).with(LocalTime.of(21, 0));
        clock.advance(Duration.between(clock.instant(), evening.toInstant()));
        world.look(late);
        assertThat(world.written(noor, late)).as("the node was down when it was due").isEmpty();
        assertThat(world.of(late).remindAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
    }

    private void openOnWeekdays() {
        List<WeekBlock> week = Stream.of(DayOfWeek.values()).filter(day -> day.getValue() <= 5).map(day -> new WeekBlock(day, LocalTime.of(9, 0), LocalTime.of(17, 0))).toList();
        CalendarId office = organisation.createCalendar(Accesses.administrator(), new CalendarDraft("Office " + UUID.randomUUID(), ZONE.getId(), false, week, List.of()));
        organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(new HoursDraft("email", null, office, 60)));
    }

    @Test
    void noMoreLeaveInADayThanTheBrandWants() {
        world.set(brand, 5, 7, 1, false, List.of());
        Received first = asked();
        Received second = asked();
        world.days(5);
        world.look(first);
        world.look(second);
        assertThat(world.written(noor, first).size() + world.written(noor, second).size()).isEqualTo(1);
        world.days(1);
        world.look(first);
        world.look(second);
        assertThat(world.written(noor, first).size() + world.written(noor, second).size()).isEqualTo(2);
    }

    @Test
    void aCaseInASubStateThatIsLeftAloneWaits() {
        subStates.set(world.admin(brand), brand, new Listed(List.of(new SubState(null, CaseState.WAITING_FOR_CUSTOMER, "Op vakantie", "On holiday", null, false)), 0));
        SubStateId holiday = subStates.of(noor, brand).subStates().getFirst().id();
        world.set(brand, 5, 7, 200, false, List.of(holiday));
        Received one = asked();
        subStates.choose(noor, one.caseId(), new Choice(holiday, null));
        assertThat(silence.preview(world.admin(brand), brand, 5, 7).waiting()).isZero();
        world.days(6);
        world.look(one);
        assertThat(world.written(noor, one)).isEmpty();
        assertThat(world.of(one).obstacle()).isEqualTo(Obstacle.SUB_STATE);
    }

    @Test
    void whoWentSilentIsAskedOnlyWhereTheBrandWantsIt() {
        world.on(brand);
        Received one = asked();
        solved(one);
        eventually(() -> decided(one), "WENT_SILENT"::equals);
        world.set(brand, 5, 7, 200, true, List.of());
        Received other = asked();
        solved(other);
        assertThat(eventually(() -> decided(other), outcome -> outcome != null)).isNotEqualTo("WENT_SILENT");
    }

    private void solved(Received one) {
        world.reminded(noor, one);
        world.days(7);
        world.look(one);
        assertThat(world.state(one)).isEqualTo(CaseState.SOLVED);
    }

    private String decided(Received one) {
        return db.fetchOptional("select outcome from feedback.decision where case_id = ?", one.caseId().value()).map(row -> row.get(0, String.class)).orElse(null);
    }

    @Test
    void saysWhatIsWrongWithTheWordsAndTheDays() {
        Settings now = settings();
        wrong("remindNl", "names-no-date", new Settings(true, 5, 7, 200, "Hallo", now.remindEn(), true, now.closingNl(), now.closingEn(), false, List.of(), 0));
        wrong("closingEn", "unknown-variable", new Settings(true, 5, 7, 200, now.remindNl(), now.remindEn(), true, now.closingNl(), "{nmae}", false, List.of(), 0));
        wrong("remindDays", "at-least", new Settings(true, 0, 7, 200, now.remindNl(), now.remindEn(), true, now.closingNl(), now.closingEn(), false, List.of(), 0));
        wrong("exempt", "unknown", new Settings(true, 5, 7, 200, now.remindNl(), now.remindEn(), true, now.closingNl(), now.closingEn(), false, List.of(SubStateId.next()), 0));
        world.on(brand);
        assertThatThrownBy(() -> set(now, true, true)).hasMessage("silence/changed");
        assertThatThrownBy(() -> silence.of(noor, brand)).isInstanceOf(Problem.class);
    }

    private void wrong(String field, String code, Settings wanted) {
        assertThatThrownBy(() -> silence.set(world.admin(brand), brand, wanted, true))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry(field, code));
    }
}
