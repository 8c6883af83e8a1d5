package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a customer and we wrote, as it goes along in a mail to a department. */
@Component
class ConversationInMail {
    private static final int MOST_MESSAGES = 20;
    private static final int MOST_WORDS = 20_000;
    private final DSLContext db;

    ConversationInMail(DSLContext db) {
        this.db = db;
    }

    /** Newest first, without what does not fit. */
    String soFar(UUID conversation, ConsultWords words) {
        StringBuilder said = new StringBuilder(words.get("shared"));
        List<MessageRecord> newest = db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation)).and(MESSAGE.DIRECTION.in("in", "out")).and(MESSAGE.PURPOSE.eq("conversation"))
                .orderBy(MESSAGE.SEQ.desc()).limit(MOST_MESSAGES + 1).fetch();
        int shown = 0;
        for (MessageRecord message : newest) {
            String by = words.get(message.getDirection().equals("in") ? "customer" : "us");
            String part = "\n\n" + by + ", " + words.when(message.getAt(), "at") + ":\n" + message.getText() + files(message, words);
            if (shown == MOST_MESSAGES || shown > 0 && said.length() + part.length() > MOST_WORDS) break;
            said.append(part, 0, Math.min(part.length(), MOST_WORDS));
            shown++;
        }
        return shown == newest.size() ? said.toString() : said + "\n\n" + words.get("more");
    }

    /** By name only: what somebody sent is not sent on. */
    private String files(MessageRecord message, ConsultWords words) {
        List<String> names = db.select(ATTACHMENT.NAME).from(ATTACHMENT).where(ATTACHMENT.MESSAGE_ID.eq(message.getId())).and(ATTACHMENT.INLINE.isFalse())
                .orderBy(ATTACHMENT.POSITION).fetch(ATTACHMENT.NAME);
        return names.isEmpty() ? "" : "\n" + words.get("files").replace("{files}", String.join(", ", names));
    }
}
