package nl.hartslag.rights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of somebody, and the word that stands in every text of them.
 *
 * @param token of the person who looks after them
 */
record Planted(String word, String token, Map<Kind, String> ids) {
    /** What a path or a body can name. */
    enum Kind {
        BRAND, REASON, INBOX, WIDGET, BLOCKED_SENDER, HELD_MAIL, ENVELOPE, IMPORT,
        PARTNER, SITE, TEAM, USER, TOKEN, QUEUE, RULE, CUSTOMER, IDENTITY, CONVERSATION, CONTACT, MESSAGE, ATTACHMENT, UPLOAD,
        PROMISE, PLANNED_ANSWER, CASE, CASE_CHANGE, CONSULT, GESTURE, GESTURE_CHOICE, CUSTOMER_GROUP, GUIDELINE, DEVIATION, TEXT_BLOCK, SAVED_VIEW, BULK_WORK, PROMISE_RULE, SUB_STATE, FIELD, ORDER, STORY, CUSTOMER_ACCOUNT, AGREEMENT, ERASURE,
        RETENTION_RULE, SENT_MAIL, FOLLOW_UP, RESPONSE, OFFER, ALL_HANDS, NOTICE,
        /** Of the whole installation. */
        SKILL, DEPARTMENT, PROCESS, CALENDAR, TIMER, TRANSFER_REASON
    }

    Optional<String> id(Kind kind) {
        return Optional.ofNullable(ids.get(kind));
    }

    /** These, and of the others what is missing here. */
    Planted and(Planted others) {
        Map<Kind, String> all = new EnumMap<>(Kind.class);
        all.putAll(others.ids);
        all.putAll(ids);
        return new Planted(word, token, all);
    }

    /** What of it stands in this text. */
    List<String> in(String text) {
        List<String> found = new ArrayList<>();
        if (text.toLowerCase().contains(word.toLowerCase())) found.add(word);
        ids.forEach((kind, id) -> {
            if (text.contains(id)) found.add(kind + " " + id);
        });
        return found;
    }
}
