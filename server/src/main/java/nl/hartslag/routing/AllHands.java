package nl.hartslag.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AllHandsId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * All hands on deck at a peak: whoever watches the floor calls people with other jobs ({@code contacts.help}) to a simple queue. Each
 * logs on with one step, gets work of that queue only, and has a coach of the queue beside him. It ends by itself; what someone has in
 * hand stays his. What may not be seen is {@code routing/all-hands/not-found}.
 */
public interface AllHands {
    /** Those that go on now in queues that the reader may see, the oldest first. */
    List<Call> calls(Access access);

    /** Needs {@code contacts.assign} for the brand of the queue. A queue has one at a time: {@code routing/all-hands-on}. */
    AllHandsId call(Access access, NewCall call);

    /** Needs {@code contacts.assign}. Everyone logs off; harmless when it ended already. */
    void end(Access access, AllHandsId id);

    /**
     * Logs on, available at once. Needs {@code contacts.help} for the brand; only for the own company's queues. Again, with another coach, changes the coach.
     *
     * @param coach one of {@link #coaches}; without one, who coaches the fewest, or nobody when nobody is there
     */
    void join(Access access, AllHandsId id, Optional<UserId> coach);

    /** Back to the own job: off. Harmless when he does not help. */
    void leave(Access access, AllHandsId id);

    /** Who is there now, does the work of the queue and is no helping hand, the one who coaches the fewest first. */
    List<Coach> coaches(Access access, AllHandsId id);

    /** @param words what is going on, for who is called, at most 300 characters @param until within 24 hours */
    record NewCall(QueueId queue, String words, Instant until) {}

    /**
     * @param calledBy the name of who called
     * @param waiting  how many contacts wait in the queue
     * @param mayJoin  whether the reader is one who may help along
     * @param mayEnd   whether the reader may end it
     * @param joined   the reader helps along now
     * @param hands    who helps along, by when they came
     */
    @Schema(name = "AllHandsCall")
    record Call(
            AllHandsId id,
            QueueId queue,
            String queueName,
            BrandId brand,
            String words,
            String calledBy,
            Instant calledAt,
            Instant until,
            int waiting,
            boolean mayJoin,
            boolean mayEnd,
            boolean joined,
            List<Hand> hands) {}

    /** @param coach absent when nobody was there to coach @param work what he has in hand, for his coach and who watches the floor */
    @Schema(name = "HelpingHand")
    record Hand(UserId user, String name, @Nullable UserId coach, @Nullable String coachName, List<Held> work) {}

    @Schema(name = "HelpingHandWork")
    record Held(ConversationId conversation, String subject, String medium) {}

    /** @param coaches how many he coaches now */
    record Coach(UserId user, String name, int coaches) {}
}
