package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.DRAFT;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;

import java.util.List;
import java.util.UUID;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The addresses of a person above mails in the conversations of others: of those that were sent, and those that are still to be. */
@Component
class NamedElsewhere {
    /** As the index on them says it. */
    private static final Condition ADDRESSED = DSL.condition("cardinality({0}) + cardinality({1}) + cardinality({2}) > 0",
            PLANNED_ANSWER.TO_ADDRESSES, PLANNED_ANSWER.CC_ADDRESSES, PLANNED_ANSWER.BCC_ADDRESSES);
    private final DSLContext db;

    NamedElsewhere(DSLContext db) {
        this.db = db;
    }

    /** @param places conversations in which he took part, and does not any more */
    void forget(Traces person, List<UUID> places) {
        for (String address : person.addresses()) {
            remove(address, OUTBOX, OUTBOX.TO_ADDRESSES, OUTBOX.CC_ADDRESSES, OUTBOX.BCC_ADDRESSES, OUTBOX.CONVERSATION_ID.in(places));
            remove(address, MESSAGE, MESSAGE.TO_ADDRESSES, MESSAGE.CC_ADDRESSES, MESSAGE.BCC_ADDRESSES, MESSAGE.CONVERSATION_ID.in(places));
            // what has not left has made nobody take part yet
            remove(address, PLANNED_ANSWER, PLANNED_ANSWER.TO_ADDRESSES, PLANNED_ANSWER.CC_ADDRESSES, PLANNED_ANSWER.BCC_ADDRESSES,
                    PLANNED_ANSWER.BRAND_ID.eq(person.brand().value()).and(ADDRESSED));
            remove(address, DRAFT, DRAFT.TO_ADDRESSES, DRAFT.CC_ADDRESSES, DRAFT.BCC_ADDRESSES, DSL.exists(DSL.selectOne().from(CONVERSATION)
                    .where(CONVERSATION.ID.eq(DRAFT.CONVERSATION_ID)).and(CONVERSATION.BRAND_ID.eq(person.brand().value()))));
        }
    }

    private void remove(String address, Table<?> table, Field<String[]> to, Field<String[]> cc, Field<String[]> bcc, Condition where) {
        Condition named = DSL.condition("{0} = any ({1} || {2} || {3})", DSL.val(address), to, cc, bcc);
        db.update(table).set(to, without(to, address)).set(cc, without(cc, address)).set(bcc, without(bcc, address)).where(where).and(named).execute();
    }

    private static Field<String[]> without(Field<String[]> addresses, String address) {
        return DSL.field("array_remove({0}, {1})", addresses.getDataType(), addresses, DSL.val(address));
    }
}
