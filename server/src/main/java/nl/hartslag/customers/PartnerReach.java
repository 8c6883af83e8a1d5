package nl.hartslag.customers;

import java.util.UUID;
import nl.hartslag.shared.PartnerId;
import org.jooq.Condition;
import org.jooq.Field;

/** Which customers people of a partner company may open; answered by the module that knows who helped whom. */
public interface PartnerReach {
    /** True for customers whom this partner has helped or is to help. To be asked of one, or of each of a few that were found otherwise. */
    Condition reaches(PartnerId partner, Field<UUID> customer);

    /** The same, to find them among all. */
    Condition among(PartnerId partner, Field<UUID> customer);
}
