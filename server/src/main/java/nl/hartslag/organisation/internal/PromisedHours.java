package nl.hartslag.organisation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import nl.hartslag.organisation.Organisation.ChannelHours;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;

/** A calendar and what is promised within it. */
record PromisedHours(BusinessCalendar calendar, Duration answerWithin) implements ChannelHours {
    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public boolean isOpen(Instant at) {
        return calendar.isOpen(at);
    }

    @Override
    public Optional<Instant> nextOpening(Instant at) {
        return calendar.nextOpening(at);
    }

    @Override
    public Optional<Instant> closesAt(Instant at) {
        return calendar.closesAt(at);
    }

    @Override
    public Instant answerDue(Instant from) {
        return calendar.plus(from, answerWithin);
    }
}
