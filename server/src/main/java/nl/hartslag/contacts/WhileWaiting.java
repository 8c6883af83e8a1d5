package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * What whoever watches over a queue does with what waits in it: only while it still waits there, so that nothing is taken out of the hands of
 * whoever got it meanwhile, nor moved twice. Needs {@code contacts.assign} and {@code contacts.handle} for its brand. Refused with
 * {@code contacts/not-found}, also when it may not be seen.
 */
public interface WhileWaiting {
    /** As {@link Contacts#prioritise}. */
    Done prioritise(Access access, ContactId contact, QueueId waitsIn, Priority priority);

    /** As {@link Contacts#transfer}. */
    Done transfer(Access access, ContactId contact, QueueId waitsIn, Transfer transfer);

    @Schema(name = "WaitingOutcome")
    enum Outcome {
        DONE,
        /** Somebody has it in hand by now. */
        TAKEN,
        /** It waits in another queue by now. */
        MOVED,
        /** It waits no more, for whatever reason. */
        GONE,
        /** It may not be given to that person. */
        NOT_FOR_THEM,
        /** It may not be changed by this person, or not in this way. */
        REFUSED
    }

    /** @param by who has it, where it was taken */
    record Done(Outcome outcome, @Nullable String by) {
        public static Done of(Outcome outcome) {
            return new Done(outcome, null);
        }
    }
}
