package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;

import java.time.Instant;
import nl.hartslag.contacts.ContactEvent.CaseReopened;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A case that was solved, or waited for the customer, is ours again. */
@Component
class Reopening {
    private final DSLContext db;
    private final CaseNews news;
    private final Solutions solutions;
    private final SilentSpans silences;
    private final ApplicationEventPublisher events;

    Reopening(DSLContext db, CaseNews news, Solutions solutions, SilentSpans silences, ApplicationEventPublisher events) {
        this.db = db;
        this.news = news;
        this.solutions = solutions;
        this.silences = silences;
        this.events = events;
    }

    /** Whoever was to be asked how it went is not asked now. Does nothing when it was not solved. */
    void solved(ConversationRecord conversation, Instant at) {
        CasesRecord current = held(conversation);
        if (current.getState().equals("solved")) open(current, conversation, at);
    }

    /** The same, also of a case that waits for the customer. */
    void any(ConversationRecord conversation, Instant at) {
        CasesRecord current = held(conversation);
        if (!current.getState().equals("open")) open(current, conversation, at);
    }

    private CasesRecord held(ConversationRecord conversation) {
        return db.selectFrom(CASES).where(CASES.ID.eq(conversation.getCaseId())).forNoKeyUpdate().fetchSingle();
    }

    /** The caller holds the case. */
    void open(CasesRecord current, ConversationRecord conversation, Instant at) {
        silences.reopened(current.getId(), current.getState().equals("solved"), at);
        if (current.getState().equals("solved")) {
            current.setReopened(current.getReopened() + 1);
            current.setSolvedAt(null);
            current.setSolvedBy(null);
            events.publishEvent(new CaseReopened(
                    new CaseId(current.getId()), new ConversationId(conversation.getId()), new BrandId(conversation.getBrandId()), at));
        }
        current.setState("open");
        current.update();
        news.elsewhere(current.getId(), conversation.getId(), null);
        solutions.goesOn(current.getId(), at);
    }
}
