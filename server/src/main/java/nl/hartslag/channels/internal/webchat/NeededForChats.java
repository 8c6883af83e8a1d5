package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.VISITOR;

import java.util.List;
import nl.hartslag.platform.privacy.StillNeeded;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whoever opened the chat of late. */
@Component
class NeededForChats implements StillNeeded {
    @Override
    public List<SelectLimitStep<Record1<Integer>>> needs(Quiet customer) {
        return List.of(DSL.selectOne().from(VISITOR).where(VISITOR.CUSTOMER_ID.eq(customer.id())).and(VISITOR.LAST_SEEN_AT.ge(customer.since())));
    }
}
