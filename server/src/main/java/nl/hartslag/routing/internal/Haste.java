package nl.hartslag.routing.internal;

import static nl.hartslag.contacts.shown.Tables.SHOWN_LATEST_CONTACT;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Instant;
import java.util.Locale;
import nl.hartslag.contacts.ContactEvent.CaseChanged;
import nl.hartslag.contacts.ContactEvent.PriorityChanged;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Score;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps with everything that waits how much haste it has and which promise is due first; always read anew, so that no news is counted twice. */
@Component
class Haste {
    private static final String OF_THE_CASE = "solution";
    private final DSLContext db;
    private final Queues queues;
    private final Contacts contacts;

    Haste(DSLContext db, Queues queues, Contacts contacts) {
        this.db = db;
        this.queues = queues;
        this.contacts = contacts;
    }

    void fill(WaitingRecord row) {
        Record2<String, Instant> now = db.select(SHOWN_LATEST_CONTACT.PRIORITY, SHOWN_LATEST_CONTACT.DUE_AT)
                .from(SHOWN_LATEST_CONTACT)
                .where(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(row.getConversationId()))
                .and(SHOWN_LATEST_CONTACT.CONTACT_ID.eq(row.getContactId()))
                .fetchOne();
        row.setPriority(now == null ? column(Priority.NORMAL) : now.value1());
        row.setDueAt(now == null ? null : now.value2());
        row.setRankedAt(Score.rankedAt(row.getEnteredAt(), priority(row), queues.get(new QueueId(row.getQueueId())).ageingMinutes()));
    }

    private static Priority priority(WaitingRecord row) {
        return priority(row.getPriority());
    }

    static Priority priority(String stored) {
        return Priority.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    private static String column(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    /** What waits in it stands in order again after its ageing changed. */
    void rankAnew(QueueId queue, int ageingMinutes) {
        for (WaitingRecord row : db.selectFrom(WAITING).where(WAITING.QUEUE_ID.eq(queue.value())).orderBy(WAITING.CONTACT_ID).forUpdate().fetch()) {
            row.setRankedAt(Score.rankedAt(row.getEnteredAt(), priority(row), ageingMinutes));
            row.update();
        }
    }

    @EventListener
    void promise(PromiseChanged news) {
        if (news.promise().kind().equals(OF_THE_CASE)) renewCase(contacts.contactOf(news.contact()).caseId());
        else renew(WAITING.CONVERSATION_ID.eq(news.conversation().value()));
    }

    @EventListener
    void priority(PriorityChanged news) {
        renew(WAITING.CONTACT_ID.eq(news.contact().value()));
    }

    @EventListener
    void caseChanged(CaseChanged news) {
        renewCase(news.caseId());
    }

    private void renewCase(CaseId id) {
        renew(WAITING.CONVERSATION_ID.in(DSL.select(SHOWN_LATEST_CONTACT.CONVERSATION_ID)
                .from(SHOWN_LATEST_CONTACT).where(SHOWN_LATEST_CONTACT.CASE_ID.eq(id.value()))));
    }

    private void renew(Condition which) {
        db.selectFrom(WAITING).where(which).orderBy(WAITING.CONTACT_ID).forUpdate().fetch().forEach(row -> {
            fill(row);
            if (row.changed()) row.update();
        });
    }
}
