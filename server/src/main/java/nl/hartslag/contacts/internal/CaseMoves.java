package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE_CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.Kind;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two cases become one, or part of one goes elsewhere. */
@Component
class CaseMoves {
    private static final int LONGEST_SUBJECT = 300;

    private final DSLContext db;
    private final CaseRows rows;
    private final CaseStates states;
    private final Solutions solutions;
    private final CaseFor caseFor;
    private final CaseFieldValues values;
    private final CaseNews news;
    private final Clock clock;

    CaseMoves(DSLContext db, CaseRows rows, CaseStates states, Solutions solutions, CaseFor caseFor, CaseFieldValues values, CaseNews news, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.states = states;
        this.solutions = solutions;
        this.caseFor = caseFor;
        this.values = values;
        this.news = news;
        this.clock = clock;
    }

    CaseChangeId merge(Access access, CaseId from, Joining joining) {
        if (from.equals(joining.into())) throw Problem.invalid("into", "same-case");
        rows.seen(access, from, Permission.CONTACTS_HANDLE);
        Held held = hold(access, from, Optional.of(joining.into()), "into");
        Optional<CaseChangeId> known = known(from, joining.clientKey());
        if (known.isPresent()) return known.get();
        CasesRecord source = unmerged(held.caseOf(from));
        CasesRecord target = unmerged(held.caseOf(joining.into()));
        rows.requireWhole(access, held.conversations().values());
        Set<UUID> all = ids(held.contacts());
        boolean tookFor = caseFor.joined(access, source, target);
        CaseChangeId change = carry(access, held, source, target, all, Kind.MERGED, joining.why(), joining.clientKey(), null);
        if (tookFor) db.update(CASE_CHANGE).set(CASE_CHANGE.TOOK_FOR, true).where(CASE_CHANGE.ID.eq(change.value())).execute();
        return change;
    }

    /**
     * In nobody's name, a conversation that is the whole of its open case. Not once more, nor when somebody took the conversation out of a
     * case: what people decide stands.
     */
    void byRule(BrandId brand, ContactId contact, CaseId from, CaseId into, String key) {
        Access rule = ByRule.access(brand);
        Held held = hold(rule, from, Optional.of(into), "into");
        CasesRecord source = held.caseOf(from);
        CasesRecord target = held.caseOf(into);
        boolean whole = held.conversations().size() == 1 && ids(held.contacts()).contains(contact.value());
        if (!whole || decided(contact) || !open(source) || !open(target)) return;
        carry(rule, held, source, target, ids(held.contacts()), Kind.MERGED, null, key, null);
    }

    private boolean decided(ContactId id) {
        var own = CONTACT.as("own");
        Condition byRule = CASE_CHANGE.BY_RULE.isTrue().and(CONTACT.ID.eq(own.ID));
        Condition byPeople = CASE_CHANGE.KIND.ne(Rows.column(Kind.MERGED)).or(CASE_CHANGE.UNDONE_AT.isNotNull());
        return db.fetchExists(db.selectOne()
                .from(own)
                .join(CONTACT).on(CONTACT.CONVERSATION_ID.eq(own.CONVERSATION_ID))
                .join(CASE_CHANGE_CONTACT).on(CASE_CHANGE_CONTACT.CONTACT_ID.eq(CONTACT.ID))
                .join(CASE_CHANGE).on(CASE_CHANGE.ID.eq(CASE_CHANGE_CONTACT.CHANGE_ID))
                .where(own.ID.eq(id.value()))
                .and(byRule.or(byPeople)));
    }

    private static boolean open(CasesRecord row) {
        CaseState state = CaseStates.of(row);
        return state != CaseState.MERGED && state != CaseState.SOLVED;
    }

    CaseChangeId takeOut(Access access, CaseId from, TakingOut out) {
        if (out.to().filter(from::equals).isPresent()) throw Problem.invalid("to", "same-case");
        rows.seen(access, from, Permission.CONTACTS_HANDLE);
        Held held = hold(access, from, out.to(), "to");
        Optional<CaseChangeId> known = known(from, out.clientKey());
        if (known.isPresent()) return known.get();
        CasesRecord source = unmerged(held.caseOf(from));
        Set<UUID> moving = out.contacts().stream().map(ContactId::value).collect(Collectors.toSet());
        checkPart(held, moving);
        List<ConversationRecord> touched = held.contacts().stream()
                .filter(contact -> moving.contains(contact.getId()))
                .map(contact -> held.conversations().get(contact.getConversationId()))
                .distinct()
                .toList();
        rows.requireWhole(access, held.conversations().values());
        Optional<CasesRecord> target = out.to().map(held::caseOf).map(CaseMoves::unmerged);
        CasesRecord to = target.orElseGet(() -> fresh(source, touched.getFirst(), out.subject()));
        return carry(access, held, source, to, moving, target.isPresent() ? Kind.MOVED : Kind.SPLIT, out.why(), out.clientKey(), out.behind());
    }

    private Held hold(Access access, CaseId from, Optional<CaseId> to, String field) {
        Held held = rows.hold(from, to.stream().toArray(CaseId[]::new));
        to.ifPresent(id -> checkTarget(access, held.caseOf(from), held.caseOf(id), field));
        return held;
    }

    private void checkTarget(Access access, CasesRecord from, @Nullable CasesRecord to, String field) {
        if (to == null || !rows.sees(access, to)) throw Problem.invalid(field, "unknown");
        if (!to.getBrandId().equals(from.getBrandId())) throw Problem.invalid(field, "other-brand");
    }

    private static CasesRecord unmerged(CasesRecord row) {
        if (CaseStates.of(row) == CaseState.MERGED) throw Problem.of("cases/merged", 409).with("number", row.getNumber());
        return row;
    }

    private static void checkPart(Held held, Set<UUID> moving) {
        if (moving.isEmpty()) throw Problem.invalid("contacts", "required");
        Set<UUID> all = ids(held.contacts());
        if (!all.containsAll(moving)) throw Problem.of("cases/changed", 409);
        if (all.size() == moving.size()) throw Problem.invalid("contacts", "whole-case");
    }

    private static Set<UUID> ids(Collection<ContactRecord> contacts) {
        return contacts.stream().map(ContactRecord::getId).collect(Collectors.toCollection(HashSet::new));
    }

    private Optional<CaseChangeId> known(CaseId from, String clientKey) {
        return db.select(CASE_CHANGE.ID)
                .from(CASE_CHANGE)
                .where(CASE_CHANGE.FROM_CASE.eq(from.value()))
                .and(CASE_CHANGE.CLIENT_KEY.eq(clientKey))
                .fetchOptional(row -> new CaseChangeId(row.value1()));
    }

    /** A case of its own for what is taken out, as old as the first of it. */
    private CasesRecord fresh(CasesRecord source, ConversationRecord first, @Nullable String subject) {
        String words = subject == null || subject.isBlank() ? first.getSubject() : subject.strip();
        CasesRecord row = db.newRecord(CASES);
        row.setId(Uuid7.next());
        row.setBrandId(source.getBrandId());
        row.setCustomerId(first.getCustomerId());
        row.setSubject(words.length() > LONGEST_SUBJECT ? words.substring(0, LONGEST_SUBJECT) : words);
        row.setState(source.getState());
        row.setSolvedAt(source.getSolvedAt());
        row.setSolvedBy(source.getSolvedBy());
        row.setOpenedAt(clock.instant());
        row.insert();
        row.refresh(CASES.NUMBER);
        return row;
    }

    private CaseChangeId carry(
            Access access, Held held, CasesRecord from, CasesRecord to, Set<UUID> moving, Kind kind, @Nullable String why, String clientKey,
            @Nullable CaseState behind) {
        Instant now = clock.instant();
        CaseChangeRecord change = before(access, from, kind == Kind.SPLIT ? null : to, to, kind, now);
        change.setWhy(why == null || why.isBlank() ? null : why.strip());
        change.setClientKey(clientKey);
        List<ContactRecord> contacts = held.contacts().stream().filter(contact -> moving.contains(contact.getId())).toList();
        if (kind == Kind.SPLIT) to.setOpenedAt(contacts.getFirst().getOpenedAt());
        if (kind == Kind.MERGED) change.setFilled(values.fill(from, to, contacts.stream().map(ContactRecord::getConversationId).distinct().toList()));
        solutions.joining(from.getId(), moving, to.getId(), now);
        List<ConversationRecord> gone = rows.carry(contacts, to.getId(), held);
        ConversationRecord first = gone.isEmpty() ? held.conversations().get(contacts.getFirst().getConversationId()) : gone.getFirst();
        switch (kind) {
            case MERGED -> states.joined(from, to, first, now);
            case MOVED -> states.cameIn(to, first, now);
            case SPLIT -> states.begun(to);
        }
        if (kind != Kind.MERGED) states.leftBehind(access, from, held, behind, now);
        states.clock(to, now);
        states.clock(from, now);
        change.setToBecame(to.getState());
        change.insert();
        contacts.forEach(contact -> db.insertInto(CASE_CHANGE_CONTACT).values(change.getId(), contact.getId()).execute());
        news.tell(access, change, from, to, gone);
        return new CaseChangeId(change.getId());
    }

    private CaseChangeRecord before(Access access, CasesRecord from, @Nullable CasesRecord was, CasesRecord to, Kind kind, Instant now) {
        CaseChangeRecord change = db.newRecord(CASE_CHANGE);
        change.setId(Uuid7.next());
        change.setKind(Rows.column(kind));
        change.setBrandId(from.getBrandId());
        change.setFromCase(from.getId());
        change.setToCase(to.getId());
        change.setAt(now);
        change.setByUser(access.user().value());
        change.setByRule(access.user().equals(ByRule.NOBODY));
        change.setFromState(from.getState());
        change.setFromSolvedAt(from.getSolvedAt());
        change.setFromSolvedBy(from.getSolvedBy());
        if (was != null) {
            change.setToState(was.getState());
            change.setToSolvedAt(was.getSolvedAt());
            change.setToSolvedBy(was.getSolvedBy());
        }
        return change;
    }
}
