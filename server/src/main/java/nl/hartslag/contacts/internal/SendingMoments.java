package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.contacts.PlannedAnswers.MomentKind;
import nl.hartslag.contacts.PlannedAnswers.SendingMoment;
import nl.hartslag.shared.BrandId;
import org.springframework.stereotype.Component;

/** When an answer of a brand is usually sent later: by its own clock, and when it opens for mail. */
@Component
class SendingMoments {
    /** Where a brand is open all night, a morning begins here. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    private final SilentHours hours;
    private final Clock clock;

    SendingMoments(SilentHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    List<SendingMoment> of(BrandId brand) {
        ZonedDateTime now = clock.instant().atZone(hours.zone(brand));
        List<SendingMoment> moments = new ArrayList<>();
        moments.add(new SendingMoment(MomentKind.IN_AN_HOUR, now.toInstant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(1))));
        Instant afternoon = now.with(AFTERNOON).toInstant();
        if (afternoon.isAfter(now.toInstant().plus(Duration.ofHours(1))) && hours.open(brand, afternoon)) moments.add(new SendingMoment(MomentKind.AFTERNOON, afternoon));
        Instant morning = morning(brand, now.toLocalDate().plusDays(1), now.getZone());
        moments.add(new SendingMoment(MomentKind.NEXT_MORNING, morning));
        Instant week = morning(brand, now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), now.getZone());
        if (week.isAfter(morning)) moments.add(new SendingMoment(MomentKind.NEXT_WEEK, week));
        return moments;
    }

    /** When the brand opens on this day, or on the next one on which it does. */
    private Instant morning(BrandId brand, LocalDate day, ZoneId zone) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return hours.open(brand, midnight) ? day.atTime(MORNING).atZone(zone).toInstant() : hours.opens(brand, midnight);
    }
}
