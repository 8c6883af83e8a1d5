package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.hartslag.contacts.internal.rules.Mentions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which orders a customer speaks of. */
@Component
class NamedOrders {
    private static final int MOST_MESSAGES = 50;
    private final DSLContext db;

    NamedOrders(DSLContext db) {
        this.db = db;
    }

    /** Which of these the customer named in these conversations. */
    Set<String> of(Condition conversations, Collection<String> numbers) {
        Set<String> found = new HashSet<>();
        db.select(CONVERSATION.SUBJECT, MESSAGE.TEXT)
                .from(MESSAGE)
                .join(CONVERSATION).on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(conversations)
                .and(MESSAGE.DIRECTION.eq("in"))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID)
                .limit(MOST_MESSAGES)
                .forEach(row -> found.addAll(Mentions.of(numbers, row.value1() + "\n" + row.value2())));
        return found;
    }
}
