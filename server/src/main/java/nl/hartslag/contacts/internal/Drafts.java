package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.DRAFT;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.DraftRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What someone is writing, kept so that it follows him to another screen. */
@Component
class Drafts {
    private final DSLContext db;
    private final Scope scope;
    private final Clock clock;

    Drafts(DSLContext db, Scope scope, Clock clock) {
        this.db = db;
        this.scope = scope;
        this.clock = clock;
    }

    void save(Access access, ConversationId id, Draft draft) {
        access.require(Permission.CONTACTS_HANDLE);
        // not while it is being erased
        ConversationRecord conversation = db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(id.value())).forShare().fetchOptional()
                .orElseThrow(() -> Problem.notFound("contacts"));
        scope.check(access, conversation);
        Conversations.checkStands(conversation);
        if (!draft.kind().equals("reply") && !draft.kind().equals("note")) throw Problem.invalid("kind", "unknown");
        Addressees chosen = kept(draft);
        if (draft.text().isBlank() && chosen.areUsual()) {
            discard(access, id, draft.kind());
            return;
        }
        Map<Field<?>, Object> addressees = Map.of(DRAFT.CUSTOMER_ONLY, chosen.customerOnly(), DRAFT.TO_ADDRESSES, chosen.to().toArray(String[]::new),
                DRAFT.CC_ADDRESSES, chosen.cc().toArray(String[]::new), DRAFT.BCC_ADDRESSES, chosen.bcc().toArray(String[]::new));
        db.insertInto(DRAFT)
                .set(DRAFT.CONVERSATION_ID, id.value())
                .set(DRAFT.USER_ID, access.user().value())
                .set(DRAFT.KIND, draft.kind())
                .set(DRAFT.TEXT, draft.text())
                .set(DRAFT.SEEN_SEQ, draft.seenSeq())
                .set(DRAFT.UPDATED_AT, clock.instant())
                .set(addressees)
                .onConflict(DRAFT.CONVERSATION_ID, DRAFT.USER_ID, DRAFT.KIND)
                .doUpdate()
                .set(DRAFT.TEXT, draft.text())
                .set(DRAFT.SEEN_SEQ, draft.seenSeq())
                .set(DRAFT.UPDATED_AT, clock.instant())
                .set(addressees)
                .execute();
    }

    /** What is not right yet is said when it is to be sent; nothing here makes the words of a draft get lost. */
    private static Addressees kept(Draft draft) {
        Addressees chosen = Addressees.orUsual(draft.addressees());
        boolean keepable = draft.kind().equals("reply") && chosen.named().size() <= Addressing.MOST && chosen.named().stream().allMatch(each -> each.length() <= Addressing.LONGEST);
        return keepable ? chosen : Addressees.USUAL;
    }

    /** Words that come back stand before what somebody writes here by now; once, however often they come. */
    void putBefore(Access access, ConversationId id, String words, int seenSeq, Addressees addressees) {
        Optional<Draft> there = of(access, id).stream().filter(draft -> draft.kind().equals("reply")).findFirst();
        if (there.filter(draft -> draft.text().equals(words) || draft.text().startsWith(words + "\n\n")).isPresent()) return;
        String written = there.map(Draft::text).orElse("");
        String text = words.isEmpty() || written.isBlank() ? words + written : words + "\n\n" + written;
        Addressees whom = addressees.and(Addressees.orUsual(there.map(Draft::addressees).orElse(null)));
        save(access, id, new Draft("reply", text, there.map(Draft::seenSeq).map(seen -> Math.min(seen, seenSeq)).orElse(seenSeq), whom));
    }

    void discard(Access access, ConversationId id, String kind) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.CONVERSATION_ID.eq(id.value()))
                .and(DRAFT.USER_ID.eq(access.user().value()))
                .and(DRAFT.KIND.eq(kind))
                .execute();
    }

    private static @Nullable Addressees addressees(DraftRecord row) {
        Addressees chosen = new Addressees(row.getCustomerOnly(), List.of(row.getToAddresses()), List.of(row.getCcAddresses()), List.of(row.getBccAddresses()));
        return chosen.areUsual() ? null : chosen;
    }

    List<Draft> of(Access access, ConversationId id) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.CONVERSATION_ID.eq(id.value()))
                .and(DRAFT.USER_ID.eq(access.user().value()))
                .fetch(row -> new Draft(row.getKind(), row.getText(), row.getSeenSeq(), addressees(row)));
    }
}
