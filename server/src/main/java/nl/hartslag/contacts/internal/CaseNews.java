package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.CaseChanged;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever looks at it that contacts went to another case: a line in each conversation that went, and news for all of both. */
@Component
class CaseNews {
    private static final int MOST = 200;
    private final DSLContext db;
    private final EventLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseNews(DSLContext db, EventLines lines, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    void tell(Access access, CaseChangeRecord change, CasesRecord from, CasesRecord to, List<ConversationRecord> gone) {
        gone.forEach(conversation -> line(access, conversation, "case." + change.getKind() + " " + to.getNumber()));
        changed(access, from, to);
    }

    void tookBack(Access access, CasesRecord from, CasesRecord to, List<ConversationRecord> back) {
        back.forEach(conversation -> line(access, conversation, "case.undone " + from.getNumber()));
        changed(access, from, to);
    }

    private void line(Access access, ConversationRecord conversation, String event) {
        lines.done(new ConversationId(conversation.getId()), access, null, event);
    }

    void changed(Access access, CasesRecord... cases) {
        for (CasesRecord one : cases) changed(one.getId(), CONVERSATION.CASE_ID.eq(one.getId()), access.user());
    }

    /** The case stands otherwise by what happened in one conversation of it. @param by absent when the customer did it */
    void elsewhere(UUID caseId, UUID conversation, @Nullable UserId by) {
        changed(caseId, CONVERSATION.CASE_ID.eq(caseId).and(CONVERSATION.ID.ne(conversation)), by);
    }

    private void changed(UUID caseId, Condition which, @Nullable UserId by) {
        db.select(CONVERSATION.ID, CONVERSATION.BRAND_ID)
                .from(CONVERSATION)
                .where(which)
                .orderBy(CONVERSATION.LAST_MESSAGE_AT.desc())
                .limit(MOST)
                .forEach(row -> events.publishEvent(
                        new CaseChanged(new ConversationId(row.value1()), new BrandId(row.value2()), new CaseId(caseId), by, clock.instant())));
    }
}
