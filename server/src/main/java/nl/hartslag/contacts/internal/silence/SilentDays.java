package nl.hartslag.contacts.internal.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When a silence is broken by us. Days are days of the calendar, so one of 23 or 25 hours counts as one.
 *
 * @param opens the first moment from this one on at which messages leave
 */
public record SilentDays(int remind, int solve, ZoneId zone, UnaryOperator<Instant> opens) {
    public Instant reminds(Instant since) {
        return opens.apply(later(since, remind));
    }

    /** What a reminder of this moment tells. */
    public Instant solves(Instant reminded) {
        return opens.apply(later(reminded, solve));
    }

    /**
     * At the moment that was told; with all days anew when the reminder left on a later day, and from when the customer said something
     * last, even if that asked for nothing.
     *
     * @param reminded when the reminder was written; @param left when it left; @param said something after it
     */
    public Instant solves(Instant told, Instant reminded, @Nullable Instant left, @Nullable Instant said) {
        Instant at = told;
        if (left != null && day(left).isAfter(day(reminded)) && solves(left).isAfter(at)) at = solves(left);
        if (said != null && solves(said).isAfter(at)) at = solves(said);
        return opens.apply(at);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant later(Instant from, int days) {
        return from.atZone(zone).plusDays(days).toInstant();
    }
}
