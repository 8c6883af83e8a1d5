package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;

import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileEnded;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversation is held before it is looked at, so of two who act at once the second finds what the first made of it. */
@Service
class EndedWork implements WhileEnded {
    private final DSLContext db;
    private final Conversations conversations;
    private final PickingUp pickingUp;
    private final Returns returns;
    private final Handling handling;
    private final People people;

    EndedWork(DSLContext db, Conversations conversations, PickingUp pickingUp, Returns returns, Handling handling, People people) {
        this.db = db;
        this.conversations = conversations;
        this.pickingUp = pickingUp;
        this.returns = returns;
        this.handling = handling;
        this.people = people;
    }

    @Override
    @Transactional
    public Done pickUp(Access access, ConversationId id, boolean solvedToo) {
        ConversationRecord conversation = pickingUp.held(access, id);
        Optional<ContactRecord> open = conversations.openContact(id);
        if (open.isPresent() && access.user().value().equals(open.get().getAssignedTo())) return new Done(Outcome.DONE, null);
        return instead(access, conversation, solvedToo).orElseGet(() -> {
            pickingUp.pickUp(access, id);
            return new Done(Outcome.DONE, null);
        });
    }

    @Override
    @Transactional
    public Done handOn(Access access, ConversationId id, Transfer to, boolean solvedToo) {
        ConversationRecord conversation = pickingUp.held(access, id);
        access.require(Permission.CONTACTS_ASSIGN, new BrandId(conversation.getBrandId()));
        handling.checkTarget(access, conversations.lastContact(id).orElseThrow(), to);
        return instead(access, conversation, solvedToo).orElseGet(() -> {
            handling.handOn(access, returns.again(conversation, "picked-up"), to);
            return new Done(Outcome.DONE, null);
        });
    }

    /** What it is by now, unless nobody has it. */
    private Optional<Done> instead(Access access, ConversationRecord conversation, boolean solvedToo) {
        Optional<ContactRecord> open = conversations.openContact(new ConversationId(conversation.getId()));
        if (open.isPresent()) return Optional.of(openAgain(access, open.get()));
        CasesRecord whole = db.selectFrom(CASES).where(CASES.ID.eq(conversation.getCaseId())).fetchSingle();
        boolean solved = whole.getState().equals("solved") && !solvedToo;
        return solved ? Optional.of(new Done(Outcome.SOLVED, name(access, whole.getSolvedBy()))) : Optional.empty();
    }

    private Done openAgain(Access access, ContactRecord contact) {
        UUID has = contact.getAssignedTo();
        return has != null ? new Done(Outcome.TAKEN, name(access, has)) : new Done(Outcome.WAITS, name(access, handedOnBy(contact)));
    }

    private @Nullable UUID handedOnBy(ContactRecord contact) {
        return db.select(TRANSFER.BY_USER).from(TRANSFER)
                .where(TRANSFER.CONTACT_ID.eq(contact.getId()))
                .orderBy(TRANSFER.AT.desc(), TRANSFER.ID.desc())
                .limit(1)
                .fetchOne(TRANSFER.BY_USER);
    }

    private @Nullable String name(Access access, @Nullable UUID who) {
        return Optional.ofNullable(who).map(UserId::new).flatMap(people::user)
                .filter(person -> access.learnsNamesOf(person.partner()))
                .map(People.User::name)
                .orElse(null);
    }
}
