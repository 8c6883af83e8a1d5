package nl.hartslag.contacts.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.organisation.Organisation.BusinessTime;
import org.jspecify.annotations.Nullable;

/** When a promise by rule is due and nearly due. */
public final class Moments {
    private Moments() {}

    /** How much of another time is left, when this much of the old one has been used: less than nothing is nothing. */
    public static Duration left(Duration within, Duration oldWithin, Duration oldLeft) {
        Duration left = within.minus(oldWithin.minus(oldLeft));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** From when it is nearly due: in time of the calendar, and never before it began to run. Empty when the rule says nothing. */
    public static Optional<Instant> warn(Terms terms, Duration within, BusinessTime time, Instant runsFrom, Duration left) {
        Optional<Duration> ahead = terms.warnBefore().or(() -> terms.warnPercent().map(percent -> within.multipliedBy(percent).dividedBy(100)));
        return ahead.map(before -> before.compareTo(left) >= 0 ? runsFrom : time.plus(runsFrom, left.minus(before)));
    }

    /**
     * Another moment for an open promise. What the customer was told is never made later. Nobody can keep what should have been done
     * before it was asked, so the moment is not before the change, and what the customer was told stays rather than be late at once; and one
     * that has gone by stays what it was.
     *
     * @param told by when the customer was told, if he was
     */
    public static Instant moved(Instant old, Instant calculated, @Nullable Instant told, Instant changedAt) {
        if (!old.isAfter(changedAt)) return old;
        Instant due = told != null && told.isBefore(calculated) ? told : calculated;
        if (due.isAfter(changedAt)) return due;
        return told == null ? changedAt : old;
    }
}
