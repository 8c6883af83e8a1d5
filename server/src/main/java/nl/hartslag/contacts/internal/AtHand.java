package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What other subjects of the work need of a conversation: to hold it, and to say in its thread what was done. */
@Component
public class AtHand {
    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final EventLines lines;

    AtHand(DSLContext db, Conversations conversations, Scope scope, EventLines lines) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.lines = lines;
    }

    /** A conversation with its latest contact, for somebody who may handle it. */
    public record Held(ConversationRecord conversation, ContactRecord contact) {}

    /** Whoever changes something of a conversation holds it first. */
    public Held hold(Access access, ConversationId id) {
        access.require(Permission.CONTACTS_HANDLE);
        Held held = checked(access, conversations.lock(id));
        Conversations.checkStands(held.conversation());
        return held;
    }

    public Held look(Access access, ConversationId id) {
        access.require(Permission.CONTACTS_HANDLE);
        return checked(access, db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(id.value())).fetchOptional()
                .orElseThrow(() -> Problem.notFound("contacts")));
    }

    /** Holds a conversation whose reader was judged by something else. */
    public void hold(ConversationId id) {
        conversations.lock(id);
    }

    /** @param event a key that screens translate, and after a space what it is about */
    public void done(Access access, ConversationId conversation, ContactId contact, String event) {
        lines.done(conversation, access, contact, event);
    }

    private Held checked(Access access, ConversationRecord conversation) {
        scope.check(access, conversation);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        return new Held(conversation, conversations.lastContact(new ConversationId(conversation.getId())).orElseThrow());
    }
}
