package nl.hartslag.channels;

import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;

/** Addresses to which customers write. For imports and the demo; without a person. */
public interface MailAddresses {
    /**
     * From now on our own receiver takes mail to this address for the brand; what leaves in its name goes through the
     * installation's relay. An address that is there already keeps its account.
     *
     * @param senderName what customers see as sender
     */
    AccountId receive(BrandId brand, String address, String senderName);
}
