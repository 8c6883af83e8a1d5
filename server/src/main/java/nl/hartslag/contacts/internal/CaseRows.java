package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Cases and their contacts, held so that nobody changes them meanwhile: conversations first, as whoever writes in them does. */
@Component
class CaseRows {
    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;

    CaseRows(DSLContext db, Conversations conversations, Scope scope) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
    }

    /** Cases with the contacts of the first of them, and the conversations those stand in. */
    record Held(Map<UUID, CasesRecord> cases, List<ContactRecord> contacts, Map<UUID, ConversationRecord> conversations) {
        CasesRecord caseOf(CaseId id) {
            return cases.get(id.value());
        }
    }

    /** @return as it is now; nothing of it changes until the transaction ends */
    Held hold(CaseId first, CaseId... others) {
        Set<UUID> of = conversationsOf(first);
        Map<UUID, ConversationRecord> held = conversations.lock(of.stream().map(ConversationId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
        List<UUID> ids = Stream.concat(Stream.of(first), Stream.of(others)).map(CaseId::value).distinct().toList();
        // routing may hold a contact while a promise is made for its case: what only refers to the case does not wait for this
        Map<UUID, CasesRecord> cases = db.selectFrom(CASES).where(CASES.ID.in(ids)).orderBy(CASES.ID).forNoKeyUpdate().fetchMap(CASES.ID);
        List<ContactRecord> contacts =
                db.selectFrom(CONTACT).where(CONTACT.CASE_ID.eq(first.value())).orderBy(CONTACT.OPENED_AT, CONTACT.ID).forUpdate().fetch();
        Set<UUID> now = contacts.stream().map(ContactRecord::getConversationId).collect(Collectors.toSet());
        if (!held.keySet().containsAll(now)) throw Problem.of("cases/changed", 409);
        return new Held(cases, contacts, held);
    }

    private Set<UUID> conversationsOf(CaseId id) {
        return new HashSet<>(db.selectDistinct(CONTACT.CONVERSATION_ID).from(CONTACT).where(CONTACT.CASE_ID.eq(id.value())).fetch(CONTACT.CONVERSATION_ID));
    }

    /** Whether something of the case is for this person; of one that was joined to another, whether something of that one is. */
    boolean sees(Access access, CasesRecord row) {
        if (!access.brands().contains(new BrandId(row.getBrandId()))) return false;
        return db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(goesOnAs(row).getId()).and(shown(access)));
    }

    /** The case that goes on for it: itself, unless it was joined to another. */
    CasesRecord goesOnAs(CasesRecord row) {
        CasesRecord now = row;
        while (now.getMergedInto() != null) now = db.selectFrom(CASES).where(CASES.ID.eq(now.getMergedInto())).fetchSingle();
        return now;
    }

    /** Which contacts are for this person: of a partner's people those in whose conversation their partner takes part. */
    Condition shown(Access access) {
        return access.partner().map(partner -> scope.takesPart(partner, CONTACT.CONVERSATION_ID)).orElse(DSL.noCondition());
    }

    /** Which cases are for this person, as a condition of a list of cases. */
    Condition visible(Access access) {
        Condition brands = CASES.BRAND_ID.in(access.within(Permission.CONTACTS_VIEW).brands().stream().map(BrandId::value).toList());
        if (access.partner().isEmpty()) return brands;
        return brands.and(DSL.exists(DSL.selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASES.ID)).and(shown(access))));
    }

    boolean customerCame(CaseId id) {
        var ofCase = DSL.select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.CASE_ID.eq(id.value()));
        return db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(id.value()).and(CONTACT.KIND.notIn("outbound", "follow_up", "consult")))
                || db.fetchExists(MESSAGE, MESSAGE.CONVERSATION_ID.in(ofCase).and(MESSAGE.DIRECTION.eq("in")).and(MESSAGE.AUTOMATIC.isFalse()));
    }

    Set<ContactId> contactsShown(Access access, CaseId id) {
        return db.select(CONTACT.ID).from(CONTACT).where(CONTACT.CASE_ID.eq(id.value())).and(shown(access)).fetchSet(row -> new ContactId(row.value1()));
    }

    CasesRecord seen(Access access, CaseId id, Permission permission) {
        access.require(permission);
        CasesRecord row = db.selectFrom(CASES)
                .where(CASES.ID.eq(id.value()))
                .fetchOptional()
                .filter(found -> sees(access, found))
                .orElseThrow(() -> Problem.notFound("cases"));
        access.require(permission, new BrandId(row.getBrandId()));
        return row;
    }

    /** Whether he sees every part of the case, or of the one that goes on for it: what stands at it may be about any part. */
    boolean whole(Access access, CasesRecord row) {
        return access.partner().map(partner -> !db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(goesOnAs(row).getId())
                .andNot(scope.takesPart(partner, CONTACT.CONVERSATION_ID)))).orElse(true);
    }

    /** The same as a condition of a list of cases that go on. */
    Condition whole(Access access) {
        return access.partner().map(partner -> DSL.notExists(DSL.selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASES.ID))
                .andNot(scope.takesPart(partner, CONTACT.CONVERSATION_ID)))).orElse(DSL.noCondition());
    }

    /** Whether anything of it is left after what was erased; a case of which all parts went elsewhere stands. */
    boolean stands(CasesRecord row) {
        var parts = db.select(CONVERSATION.ERASED_AT).from(CONTACT).join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .where(CONTACT.CASE_ID.eq(row.getId())).fetch(CONVERSATION.ERASED_AT);
        return parts.isEmpty() || parts.contains(null);
    }

    /** Only who sees the whole of what he moves may move it. */
    void requireWhole(Access access, Collection<ConversationRecord> moving) {
        if (moving.stream().anyMatch(conversation -> !scope.sees(access, conversation))) throw Problem.of("cases/not-whole", 403);
    }

    /**
     * Lets contacts, with what was promised, asked and given in them, belong to another case. A conversation goes along when its latest contact does.
     *
     * @return the conversations that now belong there
     */
    List<ConversationRecord> carry(Collection<ContactRecord> contacts, UUID to, Held held) {
        List<UUID> ids = contacts.stream().map(ContactRecord::getId).toList();
        db.update(CONTACT).set(CONTACT.CASE_ID, to).set(CONTACT.VERSION, CONTACT.VERSION.plus(1)).where(CONTACT.ID.in(ids)).execute();
        db.update(PROMISE).set(PROMISE.CASE_ID, to).where(PROMISE.CONTACT_ID.in(ids)).execute();
        db.update(GESTURE).set(GESTURE.CASE_ID, to).where(GESTURE.CONTACT_ID.in(ids)).execute();
        db.update(CONSULT).set(CONSULT.CASE_ID, to).where(CONSULT.CONTACT_ID.in(ids)).execute();
        List<ConversationRecord> gone = held.conversations().values().stream()
                .filter(conversation -> !conversation.getCaseId().equals(to))
                .filter(conversation -> conversations.lastContact(new ConversationId(conversation.getId()))
                        .filter(last -> ids.contains(last.getId()))
                        .isPresent())
                .toList();
        gone.forEach(conversation -> {
            conversation.setCaseId(to);
            conversation.update();
        });
        return gone;
    }

    /** How many times the customer came for it. */
    void count(CasesRecord row) {
        row.setContacts(db.fetchCount(CONTACT, CONTACT.CASE_ID.eq(row.getId()).and(CONTACT.KIND.eq("inbound"))));
    }

    boolean empty(CasesRecord row) {
        return !db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(row.getId()));
    }

    boolean inHand(CasesRecord row) {
        return db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(row.getId()).and(CONTACT.STATE.ne("ended")));
    }
}
