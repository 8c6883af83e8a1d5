package nl.hartslag.contacts;

import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;

/** Whether a person may have one more mail in hand; answered by the module that knows how much each may have. */
public interface RoomForMails {
    /**
     * Throws {@code routing/mails-full} when this person has as many mails as he may have and would take this one himself. What is
     * kept for him or he is asked for is his all the same, and whoever may assign work of the brand decides for himself.
     * Holds the person until the transaction ends, so of two that he takes at once the second counts the first; called before
     * any row is locked.
     */
    void check(Access access, ContactId contact, BrandId brand);
}
