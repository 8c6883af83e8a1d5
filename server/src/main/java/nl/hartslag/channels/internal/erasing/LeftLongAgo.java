package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;
import static nl.hartslag.contacts.shown.Tables.SHOWN_LATEST_CONTACT;
import static nl.hartslag.contacts.shown.Tables.SHOWN_OPEN_CONVERSATION;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Perishable.First;
import nl.hartslag.platform.privacy.Perishable.Kept;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mail as it left, kept beside what was said in it. It goes with the conversation, or before it by its own age. */
@Component
class LeftLongAgo {
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, CAPTURED_MAIL.CAPTURED_AT);
    private final DSLContext db;
    private final ReleasedBlobs files;

    LeftLongAgo(DSLContext db, ReleasedBlobs files) {
        this.db = db;
        this.files = files;
    }

    /** By the channel of its conversation; where that is not known, under the rule of the brand. */
    private static Condition old(Kept kept) {
        Condition channel = kept.channel().map(one -> DSL.exists(of(SHOWN_LATEST_CONTACT.CHANNEL.eq(one))))
                .orElseGet(() -> kept.otherwise().isEmpty() ? DSL.noCondition() : DSL.notExists(of(SHOWN_LATEST_CONTACT.CHANNEL.in(kept.otherwise()))));
        return CAPTURED_MAIL.BRAND_ID.eq(kept.brand().value()).and(CAPTURED_MAIL.CAPTURED_AT.lt(kept.closedBefore())).and(channel)
                .andNotExists(DSL.selectOne().from(SHOWN_OPEN_CONVERSATION).where(SHOWN_OPEN_CONVERSATION.CONVERSATION_ID.eq(CAPTURED_MAIL.CONVERSATION_ID)))
                .andNotExists(of(SHOWN_LATEST_CONTACT.ENDED_AT.isNull().or(SHOWN_LATEST_CONTACT.ENDED_AT.ge(kept.closedBefore()))));
    }

    private static Select<Record1<Integer>> of(Condition where) {
        return DSL.selectOne().from(SHOWN_LATEST_CONTACT).where(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(CAPTURED_MAIL.CONVERSATION_ID)).and(where);
    }

    Map<YearMonth, Integer> due(Kept kept) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        db.select(MONTH, DSL.count()).from(CAPTURED_MAIL).where(old(kept)).groupBy(MONTH).forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return months;
    }

    List<First> first(Kept kept, int limit) {
        return db.select(CAPTURED_MAIL.CONVERSATION_ID, SHOWN_LATEST_CONTACT.CASE_NUMBER, CAPTURED_MAIL.CAPTURED_AT)
                .from(CAPTURED_MAIL).join(SHOWN_LATEST_CONTACT).on(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(CAPTURED_MAIL.CONVERSATION_ID))
                .where(old(kept)).orderBy(CAPTURED_MAIL.CAPTURED_AT, CAPTURED_MAIL.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), row.value2().toString(), row.value3()));
    }

    int take(Kept kept, int limit) {
        List<UUID> some = db.select(CAPTURED_MAIL.ID).from(CAPTURED_MAIL).where(old(kept)).orderBy(CAPTURED_MAIL.CAPTURED_AT, CAPTURED_MAIL.ID).limit(limit)
                .forUpdate().skipLocked().fetch(CAPTURED_MAIL.ID);
        return delete(CAPTURED_MAIL.ID.in(some));
    }

    @EventListener
    void erased(ContentErased event) {
        delete(CAPTURED_MAIL.CONVERSATION_ID.eq(event.conversation().value()));
    }

    private int delete(Condition which) {
        List<String> hashes = db.deleteFrom(CAPTURED_MAIL).where(which).returning(CAPTURED_MAIL.BLOB_HASH).fetch(CAPTURED_MAIL.BLOB_HASH);
        files.release(hashes);
        return hashes.size();
    }
}
