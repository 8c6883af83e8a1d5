package nl.hartslag.customers;

import java.util.UUID;
import nl.hartslag.shared.PartnerId;
import org.jooq.Condition;
import org.jooq.Field;

/** Which customers people of a partner company may open; answered by the module that knows who helped whom. */
public interface PartnerReach {
    /** True for customers whom this partner has helped or is to help. */
    Condition reaches(PartnerId partner, Field<UUID> customer);
}
