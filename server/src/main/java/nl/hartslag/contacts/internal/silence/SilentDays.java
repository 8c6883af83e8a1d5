package nl.hartslag.contacts.internal.silence;

import java.time.Instant;
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
     * Never before the moment that was told, and with all days from when the reminder left and from when the customer said something last,
     * even if that asked for nothing.
     *
     * @param left when the reminder left, if that was later than it was written
     * @param said what he said after it
     */
    public Instant solves(Instant told, @Nullable Instant left, @Nullable Instant said) {
        Instant at = told;
        if (left != null && solves(left).isAfter(at)) at = solves(left);
        if (said != null && solves(said).isAfter(at)) at = solves(said);
        return opens.apply(at);
    }

    private Instant later(Instant from, int days) {
        return from.atZone(zone).plusDays(days).toInstant();
    }
}
