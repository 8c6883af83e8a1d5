package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.util.List;
import nl.hartslag.platform.privacy.StillNeeded;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was said with him and stays by its own rule, his place in the conversations of others, and what is not done or ended of late. */
@Component
class NeededForWork implements StillNeeded {
    @Override
    public List<SelectLimitStep<Record1<Integer>>> needs(Quiet customer) {
        Condition alive = CASES.STATE.notIn("solved", "merged").or(CASES.SOLVED_AT.ge(customer.since()));
        return List.of(
                DSL.selectOne().from(CONVERSATION).where(CONVERSATION.CUSTOMER_ID.eq(customer.id())).and(CONVERSATION.ERASED_AT.isNull()),
                DSL.selectOne().from(CONTACT).join(CASES).on(CASES.ID.eq(CONTACT.CASE_ID)).where(CONTACT.CUSTOMER_ID.eq(customer.id()))
                        .and(CONTACT.STATE.ne("ended").or(CONTACT.ENDED_AT.ge(customer.since())).or(alive)),
                DSL.selectOne().from(CASES).where(CASES.CUSTOMER_ID.eq(customer.id())).and(alive),
                DSL.selectOne().from(CASES).where(CASES.FOR_CUSTOMER_ID.eq(customer.id())).and(alive),
                DSL.selectOne().from(PROMISE).join(CONVERSATION).on(CONVERSATION.ID.eq(PROMISE.CONVERSATION_ID))
                        .where(CONVERSATION.CUSTOMER_ID.eq(customer.id())).and(PROMISE.STATE.in("open", "late")),
                DSL.selectOne().from(GESTURE).where(GESTURE.CUSTOMER_ID.eq(customer.id())).and(GESTURE.STATE.eq("asked").or(GESTURE.ASKED_AT.ge(customer.since()))),
                DSL.selectOne().from(customer.addresses()).join(PARTICIPANT).on(PARTICIPANT.ADDRESS.eq(customer.address()))
                        .join(CONVERSATION).on(CONVERSATION.ID.eq(PARTICIPANT.CONVERSATION_ID))
                        .where(customer.whose().eq(customer.id())).and(CONVERSATION.BRAND_ID.eq(customer.brand())).and(CONVERSATION.ERASED_AT.isNull()));
    }
}
