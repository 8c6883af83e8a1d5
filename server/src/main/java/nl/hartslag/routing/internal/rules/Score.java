package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing.Queue;

/**
 * How pressing a waiting contact is, in points that add up.
 *
 * @param queue    the priority of its queue, 0 to 100
 * @param contact  its own priority: -20 low, 0 normal, 20 high, 100 urgent
 * @param promise  0 until an hour before the first promise to its customer is due, then evenly up to 30. It stops there: what is
 *                 late already does not push out what can still be kept
 * @param waited   ten for each time it has aged
 */
public record Score(double queue, double contact, double promise, double waited) {
    /** How far what is urgent is ahead. */
    static final double URGENT = 100;
    private static final double POINTS_PER_AGEING = 10;
    private static final double PROMISE_DUE = 30;
    static final Duration NEAR = Duration.ofHours(1);

    public static Score of(Queue queue, Priority priority, Optional<Instant> dueAt, Instant enteredAt, Instant now) {
        return new Score(
                queue.priority(),
                points(priority),
                dueAt.map(due -> near(Duration.between(now, due))).orElse(0.0),
                POINTS_PER_AGEING * Math.max(0, minutes(Duration.between(enteredAt, now))) / queue.ageingMinutes());
    }

    public double total() {
        return queue + contact + promise + waited;
    }

    /** The moment from which it would be as pressing by waiting alone, with its own priority turned into waiting time. */
    public static Instant rankedAt(Instant enteredAt, Priority priority, int ageingMinutes) {
        return enteredAt.minusSeconds(Math.round(points(priority) / POINTS_PER_AGEING * ageingMinutes * 60));
    }

    private static double points(Priority priority) {
        return switch (priority) {
            case LOW -> -20;
            case NORMAL -> 0;
            case HIGH -> 20;
            case URGENT -> URGENT;
        };
    }

    private static double near(Duration left) {
        double part = 1 - minutes(left) / minutes(NEAR);
        return PROMISE_DUE * Math.clamp(part, 0, 1);
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
