package nl.hartslag.contacts;

import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What people do to a contact, in a way that can be taken back as long as nobody did anything with it since. Refused as the same by hand is. */
public interface ReversibleWork {
    /** @return nothing when it has that priority already */
    @Nullable Step prioritise(Access access, ContactId contact, Priority priority);

    Step transfer(Access access, ContactId contact, Transfer transfer);

    /** What was registered stays; the registration of {@code wrapUp} fills in what is missing. */
    Step wrapUp(Access access, ContactId contact, WrapUp wrapUp);

    /**
     * Puts it back: its priority, or in its queue and with whoever had it, and that transfer counts no more. What was wrapped up comes back as work,
     * for whoever had it first.
     *
     * @return false when somebody did something with it since; it then stays as it is
     */
    boolean takeBack(Access access, ContactId contact, Step step);

    enum Kind { PRIORITY, TRANSFER, WRAP_UP }

    /**
     * How the contact stood before, and which state of it came of it.
     *
     * @param version  of the contact afterwards; another one says that somebody did something
     * @param waited   it waited for somebody
     * @param assigned who had it
     */
    record Step(Kind kind, int version, Priority priority, @Nullable QueueId queue, boolean waited, @Nullable UserId assigned) {}
}
