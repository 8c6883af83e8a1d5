package nl.hartslag.feedback.internal.erasing;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.util.List;
import nl.hartslag.platform.privacy.StillNeeded;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** An answer whose words stay by their own rule, a follow-up that is open, and a question that he may still answer. */
@Component
class NeededForAnswers implements StillNeeded {
    @Override
    public List<SelectLimitStep<Record1<Integer>>> needs(Quiet customer) {
        return List.of(
                DSL.selectOne().from(RESPONSE).where(RESPONSE.CUSTOMER_ID.eq(customer.id()))
                        .and(RESPONSE.WHY.isNotNull().or(RESPONSE.ANSWERED_AT.ge(customer.since()))),
                DSL.selectOne().from(FOLLOW_UP).where(FOLLOW_UP.CUSTOMER_ID.eq(customer.id()))
                        .and(FOLLOW_UP.STATE.ne("done").or(FOLLOW_UP.DONE_AT.ge(customer.since()))),
                DSL.selectOne().from(INVITATION).where(INVITATION.CUSTOMER_ID.eq(customer.id())).and(INVITATION.CREATED_AT.ge(customer.since())));
    }
}
