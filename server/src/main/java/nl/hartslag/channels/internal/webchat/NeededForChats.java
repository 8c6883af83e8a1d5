package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.VISITOR;

import nl.hartslag.platform.privacy.StillNeeded;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whoever opened the chat of late. */
@Component
class NeededForChats implements StillNeeded {
    @Override
    public Condition needs(Quiet customer) {
        return StillNeeded.any(DSL.select(DSL.inline(true)).from(VISITOR).where(VISITOR.CUSTOMER_ID.eq(customer.id())).and(VISITOR.LAST_SEEN_AT.ge(customer.since())));
    }
}
