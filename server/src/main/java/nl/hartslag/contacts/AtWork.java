package nl.hartslag.contacts;

import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;

/** Who is at work, as routing knows. */
public interface AtWork {
    /** Whether a contact that waits for this person first can be his at once. */
    boolean takes(ContactId contact, UserId person);
}
