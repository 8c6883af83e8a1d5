package nl.hartslag.channels.internal;

import java.util.Optional;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;

/** The mail of brands, whichever adapter carries it: for a channel whose customer is gone before the answer comes. */
public interface BrandMail {
    /** The channel whose opening hours promise the answer, and whose conversation it becomes. */
    String channel();

    /** By which the brand's mail leaves, if it has one. */
    Optional<Account> account(BrandId brand);

    record Account(AccountId id, String address) {}
}
