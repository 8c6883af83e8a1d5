package nl.hartslag.customers;

import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;

/** Takes away a customer of whom nothing is left, as an erasure at his own request does; orders that the law lets us keep stay, cut loose. */
public interface Forgetting {
    /** In the caller's transaction. @return whether he is gone; not so when somebody has him in hand, or something of him is open after all */
    boolean forget(BrandId brand, CustomerId customer);
}
