package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_END_CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.ERASURE;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;
import static nl.hartslag.customers.internal.db.Tables.PROPOSED_ADDRESS;
import static nl.hartslag.customers.internal.db.Tables.STORY;

import java.util.List;
import nl.hartslag.platform.privacy.StillNeeded;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A place in an account, an order, and what was written on his card of late. Who is being erased already is left to that. */
@Component
class NeededByCard implements StillNeeded {
    @Override
    public List<SelectLimitStep<Record1<Integer>>> needs(Quiet customer) {
        return List.of(
                DSL.selectOne().from(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.eq(customer.id())),
                DSL.selectOne().from(ACCOUNT_END_CUSTOMER).where(ACCOUNT_END_CUSTOMER.CUSTOMER_ID.eq(customer.id()))
                        .and(ACCOUNT_END_CUSTOMER.UNTIL.isNull().or(ACCOUNT_END_CUSTOMER.UNTIL.ge(customer.since()))),
                DSL.selectOne().from(CUSTOMER_ORDER).where(CUSTOMER_ORDER.CUSTOMER_ID.eq(customer.id())).and(CUSTOMER_ORDER.ORDERED_AT.ge(customer.since())),
                DSL.selectOne().from(IDENTITY).where(IDENTITY.CUSTOMER_ID.eq(customer.id()))
                        .and(IDENTITY.CREATED_AT.ge(customer.since()).or(IDENTITY.PROVEN_AT.ge(customer.since()))),
                DSL.selectOne().from(PROPOSED_ADDRESS).where(PROPOSED_ADDRESS.CUSTOMER_ID.eq(customer.id())).and(PROPOSED_ADDRESS.PROPOSED_AT.ge(customer.since())),
                DSL.selectOne().from(STORY).where(STORY.CUSTOMER_ID.eq(customer.id())).and(STORY.REMOVED_AT.isNull()).and(STORY.WRITTEN_AT.ge(customer.since())),
                DSL.selectOne().from(ERASURE).where(ERASURE.CUSTOMER_ID.eq(customer.id())).and(ERASURE.STATE.in("waiting", "running")));
    }
}
