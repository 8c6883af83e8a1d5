package nl.hartslag.contacts;

import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;

/** Whether people may choose from what waits; answered by the module that knows the queues. */
public interface InTurn {
    /**
     * Throws a problem that says what to do when this waiting contact is only for whoever it comes to next, and that is not
     * this person. Locks nothing: which of two people gets it is decided by who is the first to be assigned.
     */
    void check(Access access, ContactId contact);
}
