package nl.hartslag.customers;

import java.util.Collection;
import java.util.Map;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerAccountId;

/** How much of the work is for the people of accounts; answered by the module that owns the work. */
public interface AccountCases {
    /** Cases that are not solved, of those this person may see; empty for who may see none, else of every account. */
    Map<CustomerAccountId, Integer> open(Access access, Collection<CustomerAccountId> accounts);
}
