package nl.hartslag.routing.internal.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;

/**
 * A contact that wants a person.
 *
 * @param channel   by which it came
 * @param dueAt     when the first promise to its customer is due
 * @param preferred who should have it
 * @param ring      how wide is being looked: 0 for the people of its queue only
 * @param turns     whose turn it is, where its queue is shared; see {@link Reach}
 */
public record Waiting(
        ContactId contact, Queue queue, Medium medium, String channel, Instant enteredAt, Priority priority, Optional<Instant> dueAt,
        Optional<UserId> preferred, int ring, int turns) {
    /** Of a queue that is not shared. */
    public Waiting(
            ContactId contact, Queue queue, Medium medium, String channel, Instant enteredAt, Priority priority, Optional<Instant> dueAt,
            Optional<UserId> preferred, int ring) {
        this(contact, queue, medium, channel, enteredAt, priority, dueAt, preferred, ring, Reach.ALL);
    }

    /** Whether it is for him: given to him by name, or of a queue whose work he does, or helps with by now. */
    public boolean isFor(Agent agent) {
        return preferred.map(person -> person.equals(agent.user()) && agent.mayBeGiven(queue)).orElseGet(() -> isWithin(agent));
    }

    private boolean isWithin(Agent agent) {
        return agent.reach(queue).filter(reach -> reach.ring() <= ring && isTurnOf(reach)).isPresent();
    }

    /** Whether it is for whoever reaches it so, as to turns. */
    boolean isTurnOf(Reach reach) {
        return (turns & reach.turns()) != 0;
    }

    /** Whether someone is asked for it; else people take it themselves. */
    public boolean offered() {
        return preferred.isPresent() || queue.mode().equals("push");
    }

    public Score score(Instant now) {
        return Score.of(queue, priority, dueAt, enteredAt, now);
    }

    /** Whether what can wait has waited enough: its promise is due within the hour, or without one it aged as far as what is urgent is ahead. */
    boolean presses(Instant now) {
        return dueAt.map(due -> due.isBefore(now.plus(Score.NEAR))).orElseGet(() -> score(now).waited() >= Score.URGENT);
    }

    /**
     * What this person should do first: what was given to him by name, then whoever sits waiting at the other end, then
     * the highest score, then the oldest. Mail that presses comes even before who sits waiting, to someone without
     * mail in hand: however many chats come, everybody has one such mail beside them.
     *
     * @param hands what he has in hand
     */
    public static Comparator<Waiting> firstFor(UserId user, Hands hands, Instant now) {
        return Comparator.comparing((Waiting waiting) -> !waiting.preferred().equals(Optional.of(user)))
                .thenComparing(waiting -> !(hands.mails() == 0 && !waiting.medium().live() && waiting.presses(now)))
                .thenComparing(inLine(now));
    }

    /** The same for someone to whom nothing of it was given by name, and who has mail in hand. */
    public static Comparator<Waiting> inLine(Instant now) {
        return Comparator.comparing((Waiting waiting) -> !waiting.medium().live())
                .thenComparing(Comparator.comparingDouble((Waiting waiting) -> waiting.score(now).total()).reversed())
                .thenComparing(Waiting::enteredAt)
                .thenComparing(waiting -> waiting.contact().value());
    }
}
