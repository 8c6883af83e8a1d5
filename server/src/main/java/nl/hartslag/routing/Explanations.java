package nl.hartslag.routing;

import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact is where it is. What happened was written down at that moment; only what is said about a contact that
 * waits now is looked up when it is asked.
 */
public interface Explanations {
    /**
     * For whoever may see the contact. Names of people stand in it for who may watch the floor, and of a partner's people
     * for nobody of another company; everyone recognises himself.
     *
     * @throws nl.hartslag.platform.problem.Problem {@code contacts/not-found}, also when it may not be seen
     */
    Explanation of(Access access, ContactId contact);

    /** @param now how it stands at this moment; absent when it does not wait */
    record Explanation(ContactId contact, List<Step> steps, @Nullable Now now) {}

    enum StepKind { PLACED, RETURNED, TURN, WIDENED, OFFERED, STOOD_OUT, ASSIGNED }

    /**
     * @param at            absent where the brand shows no times of single people, of what somebody did or was asked
     * @param person        who was asked, or has it, or had it
     * @param why           of a return: what brought it back; of an offer: {@code open}, {@code accepted}, {@code declined},
     *                      {@code timed_out} or {@code withdrawn}; of an assignment: {@code offer}, {@code next} (he took the
     *                      next), {@code by-name} or {@code chosen}
     * @param endedAt       when the offer was decided
     * @param rule          what led to the queue; absent for the brand's own queue and for what was brought there
     * @param heldUntil     nobody was asked before this, as its channel was closed
     * @param kept          for whom it was kept first
     * @param score         how pressing it was
     * @param way           of an offer: {@code contact} when the contact looked for a person, {@code person} when he had room
     * @param others        how the others who were there stood at that moment
     * @param waitedSeconds how long the customer had waited
     * @param ring          how wide was being looked: 0 for the people of the queue only
     * @param turn          whose turn it was, where the queue is shared
     */
    record Step(
            StepKind kind,
            @Nullable Instant at,
            @Nullable String queue,
            @Nullable Somebody person,
            @Nullable String why,
            @Nullable Instant endedAt,
            @Nullable RuleSaid rule,
            @Nullable Instant heldUntil,
            @Nullable KeptFor kept,
            @Nullable Double score,
            @Nullable String way,
            List<Group> others,
            @Nullable Long waitedSeconds,
            @Nullable Integer ring,
            @Nullable TurnSaid turn) {
        /** Of somebody whose times are shown to nobody: that he was asked or got it, and not when. */
        public Step untimed() {
            return person == null
                    ? this
                    : new Step(kind, null, queue, person, why, null, rule, heldUntil, kept, null, way, others, null, ring, turn);
        }
    }

    /** @param name absent when the reader may not know who it is @param me the reader himself */
    record Somebody(@Nullable UserId user, @Nullable String name, boolean me) {}

    record RuleSaid(@Nullable String channel, @Nullable String reasonNl, @Nullable String reasonEn, @Nullable String address) {}

    /**
     * @param partner absent for our own people
     * @param site    absent for all of them
     * @param percent its share
     * @param got     how many per cent it got of what was taken from the queue that day; absent when nothing was
     * @param next    whether it may take it too, as those before let it pass
     */
    record TurnSaid(@Nullable String partner, @Nullable String site, int percent, @Nullable Integer got, boolean next) {}

    record KeptFor(Somebody person, @Nullable Instant until) {}

    /** How somebody stands with the contact; see the texts for what each means. */
    enum How { FREE, REFUSED, PEACE, ASKED, RESERVED, FULL, CLOSED, AWAY, LATER, TURN, SKILLS, COMPANY }

    /** @param people those whose names the reader may know, the first few */
    record Group(How how, int count, List<Somebody> people) {}

    /**
     * @param asked     who is being asked
     * @param offered   whether people are asked; else they take it themselves
     * @param ahead     how many of its queue and medium stand before it by waiting time and priority
     * @param heldUntil nobody is asked before this
     * @param ring      how wide is being looked: 0 for the people of the queue only
     * @param nextRingAt when others may help too
     */
    record Now(
            QueueId queue,
            String queueName,
            Instant waitingSince,
            Pressing pressing,
            int ahead,
            boolean offered,
            @Nullable Somebody asked,
            @Nullable KeptFor kept,
            @Nullable Instant heldUntil,
            int ring,
            @Nullable Instant nextRingAt,
            List<Group> people) {}

    /**
     * In points that add up to how pressing it is; whoever has the most comes first.
     *
     * @param queue   the priority of the queue
     * @param contact its own priority: -20 low, 0 normal, 20 high, 100 urgent
     * @param promise 0 until an hour before the first promise to the customer is due, then evenly up to 30
     * @param waited  ten for each time it has aged, by the ageing of its queue
     */
    record Pressing(double points, double queue, double contact, double promise, double waited) {}
}
