package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * What whoever watches over promises does with a conversation that nobody has in hand: only while that is so, so that of two who act at once
 * one does it and the other is told what came of it. Refused with {@code contacts/not-found}, also when it may not be seen, and with
 * {@code contacts/erased} when its content was erased.
 */
public interface WhileEnded {
    /**
     * As {@link Contacts#pickUp}. Needs {@code contacts.handle}. Harmless when he has it himself.
     *
     * @param solvedToo also when its case is solved, which is then opened again
     */
    Done pickUp(Access access, ConversationId conversation, boolean solvedToo);

    /**
     * It comes back for a queue or a person, as {@link Contacts#transfer} hands over what is open. Needs {@code contacts.assign} and
     * {@code contacts.handle} for its brand.
     *
     * @param solvedToo also when its case is solved, which is then opened again
     */
    Done handOn(Access access, ConversationId conversation, Transfer to, boolean solvedToo);

    @Schema(name = "BringBackOutcome")
    enum Outcome {
        DONE,
        /** Somebody has it in hand by now. */
        TAKEN,
        /** It waits in a queue by now. */
        WAITS,
        /** Its case is solved by now, and that was not reckoned with. */
        SOLVED
    }

    /** @param by who has it, who handed it on or who solved it, as far as that may be told */
    @Schema(name = "BroughtBack")
    record Done(Outcome outcome, @Nullable String by) {}
}
