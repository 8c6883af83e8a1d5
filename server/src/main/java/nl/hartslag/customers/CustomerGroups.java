package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.StartsAs;
import org.jspecify.annotations.Nullable;

/**
 * Groups of customers that are treated alike, and who is in them; a customer is in one at most. Groups are set up with
 * {@code organisation.configure} for their brand; customers are put in one with {@code customers.change}. Changes are audited.
 */
public interface CustomerGroups {
    /** Of the brands one sees, by brand and in their order; also those that are not used any more. */
    List<Group> groups(Access access);

    CustomerGroupId create(Access access, BrandId brand, Draft draft);

    /** Its brand stays. Refused with {@code customer-groups/changed} when somebody changed it after {@code version}. */
    void change(Access access, CustomerGroupId id, Draft draft, int version);

    /**
     * In this group, or in none; publishes {@link CustomerGrouped}. A group of another brand is refused as unknown, and so is one that is not
     * used any more.
     */
    void put(Access access, CustomerId customer, @Nullable CustomerGroupId group);

    /** His own, or else that of the account he is a member of. */
    Optional<CustomerGroupId> of(CustomerId customer);

    /** The same, of those who are in one. */
    Map<CustomerId, Group> of(Collection<CustomerId> customers);

    enum Colour {
        GRAY,
        RED,
        ORANGE,
        YELLOW,
        GREEN,
        TEAL,
        BLUE,
        VIOLET,
        PINK
    }

    @Schema(name = "CustomerGroup")
    record Group(
            CustomerGroupId id, BrandId brand, String nameNl, String nameEn, Colour colour, int position, StartsAs startsAs, boolean archived, int version) {}

    /** @param archived customers stay in it; nobody is put in it any more */
    record Draft(String nameNl, String nameEn, Colour colour, int position, StartsAs startsAs, boolean archived) {}
}
