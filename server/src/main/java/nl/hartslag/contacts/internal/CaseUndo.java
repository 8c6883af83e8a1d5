package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE_CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes back that contacts went to another case, with what came of their conversations since. */
@Component
class CaseUndo {
    private final DSLContext db;
    private final CaseRows rows;
    private final CaseStates states;
    private final Solutions solutions;
    private final Brought brought;
    private final CaseFieldValues values;
    private final CaseNews news;
    private final Clock clock;

    CaseUndo(DSLContext db, CaseRows rows, CaseStates states, Solutions solutions, Brought brought, CaseFieldValues values, CaseNews news, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.states = states;
        this.solutions = solutions;
        this.brought = brought;
        this.values = values;
        this.news = news;
        this.clock = clock;
    }

    void undo(Access access, CaseChangeId id) {
        CaseChangeRecord found = find(id);
        CaseId to = new CaseId(found.getToCase());
        rows.seen(access, to, Permission.CONTACTS_HANDLE);
        Held held = rows.hold(to, brought.sources(found));
        CaseChangeRecord change = db.selectFrom(CASE_CHANGE).where(CASE_CHANGE.ID.eq(id.value())).forUpdate().fetchSingle();
        if (change.getUndoneAt() != null) return;
        CasesRecord target = held.cases().get(change.getToCase());
        CasesRecord source = held.cases().get(change.getFromCase());
        List<ContactRecord> back = back(change, held);
        if (CaseStates.of(source) == CaseState.MERGED && !target.getId().equals(source.getMergedInto())) throw movedOn();
        if (!rows.sees(access, source)) throw Problem.notFound("cases");
        rows.requireWhole(access, held.conversations().values());
        solutions.joining(target.getId(), back.stream().map(ContactRecord::getId).toList(), source.getId(), clock.instant());
        List<ConversationRecord> gone = rows.carry(back, source.getId(), held);
        brought.takeBack(access, change, held);
        states.restored(access, source, target, change, held);
        states.gaveBack(access, target, source, change, held);
        // a case of its own that ends by this leaves behind what was filled in of it
        List<UUID> conversations = back.stream().map(ContactRecord::getConversationId).distinct().toList();
        if (CaseStates.of(target) == CaseState.MERGED && values.fill(target, source, conversations).length > 0) source.update();
        states.clock(source, clock.instant());
        states.clock(target, clock.instant());
        change.setUndoneAt(clock.instant());
        change.setUndoneBy(access.user().value());
        change.update();
        news.tookBack(access, source, target, gone);
    }

    private CaseChangeRecord find(CaseChangeId id) {
        return db.selectFrom(CASE_CHANGE).where(CASE_CHANGE.ID.eq(id.value())).fetchOptional().orElseThrow(() -> Problem.notFound("cases"));
    }

    private static Problem movedOn() {
        return Problem.of("cases/moved-on", 409);
    }

    /** What went, and what was opened since in the conversations that went along. */
    private List<ContactRecord> back(CaseChangeRecord change, Held held) {
        Set<UUID> moved = db.select(CASE_CHANGE_CONTACT.CONTACT_ID)
                .from(CASE_CHANGE_CONTACT)
                .where(CASE_CHANGE_CONTACT.CHANGE_ID.eq(change.getId()))
                .fetchSet(CASE_CHANGE_CONTACT.CONTACT_ID);
        Set<UUID> here = held.contacts().stream().map(ContactRecord::getId).collect(Collectors.toSet());
        if (!here.containsAll(moved)) throw movedOn();
        Set<UUID> along = db.select(CONTACT.CONVERSATION_ID)
                .from(CONTACT)
                .where(CONTACT.ID.in(moved))
                .and(CONTACT.ID.in(latestBefore(change, held)))
                .fetchSet(CONTACT.CONVERSATION_ID);
        return held.contacts().stream()
                .filter(contact -> moved.contains(contact.getId())
                        || along.contains(contact.getConversationId()) && !contact.getOpenedAt().isBefore(change.getAt()))
                .toList();
    }

    /** The contact that each conversation had last when the change was made. */
    private List<UUID> latestBefore(CaseChangeRecord change, Held held) {
        return db.selectDistinct(CONTACT.ID)
                .distinctOn(CONTACT.CONVERSATION_ID)
                .from(CONTACT)
                .where(CONTACT.CONVERSATION_ID.in(held.conversations().keySet()))
                .and(CONTACT.OPENED_AT.le(change.getAt()))
                .orderBy(CONTACT.CONVERSATION_ID, CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .fetch(CONTACT.ID);
    }
}
