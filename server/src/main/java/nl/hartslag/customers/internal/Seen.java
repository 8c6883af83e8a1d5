package nl.hartslag.customers.internal;

import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.PartnerReach;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which customers someone may see: those of his brands; of a partner's people only whom the partner helps. */
@Component
class Seen {
    private final DSLContext db;
    private final CustomerTable customers;
    private final Together together;
    private final PartnerReach reach;

    Seen(DSLContext db, CustomerTable customers, Together together, PartnerReach reach) {
        this.db = db;
        this.customers = customers;
        this.together = together;
        this.reach = reach;
    }

    /** A customer one may not see does not exist. Of a card that was merged, the head. */
    Customer customer(Access access, CustomerId id) {
        return find(access, id).orElseThrow(() -> Problem.notFound("customers"));
    }

    Optional<Customer> find(Access access, CustomerId id) {
        return customers
                .page(id.value())
                .filter(customer -> access.brands().contains(customer.brand()))
                .filter(customer -> helped(access, id));
    }

    /** Of all customers. */
    Condition condition(Access access, Field<UUID> brand, Field<UUID> customer) {
        return within(access, brand).and(access.partner().map(partner -> reach.among(partner, customer)).orElseGet(DSL::noCondition));
    }

    /** Of a few that were found otherwise. */
    Condition each(Access access, Field<UUID> brand, Field<UUID> customer) {
        return within(access, brand).and(access.partner().map(partner -> reach.reaches(partner, customer)).orElseGet(DSL::noCondition));
    }

    private static Condition within(Access access, Field<UUID> brand) {
        return brand.eq(DSL.any(access.brands().stream().map(BrandId::value).toArray(UUID[]::new)));
    }

    private boolean helped(Access access, CustomerId id) {
        return access.partner().map(partner -> together.of(id.value()).stream().anyMatch(card -> db.fetchExists(DSL.selectOne().where(reach.reaches(partner, DSL.val(card)))))).orElse(true);
    }
}
