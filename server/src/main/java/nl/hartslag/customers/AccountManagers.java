package nl.hartslag.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.CustomerAccounts.Manager;
import nl.hartslag.shared.BrandId;

/** Who of our people can look after an account; answered by a module that knows them. */
public interface AccountManagers {
    /** By name. */
    List<Manager> of(BrandId brand);

    /** Also of those who do not work here any more. */
    Map<UUID, String> names(Collection<UUID> users);
}
