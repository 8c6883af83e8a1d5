package nl.hartslag.contacts.internal;

import java.util.Optional;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/** Somebody goes on with a case that nobody has in hand: the customer called about it, or there is more to do than was thought. */
@Component
class PickingUp {
    private final Conversations conversations;
    private final Scope scope;
    private final Returns returns;
    private final Handling handling;

    PickingUp(Conversations conversations, Scope scope, Returns returns, Handling handling) {
        this.conversations = conversations;
        this.scope = scope;
        this.returns = returns;
        this.handling = handling;
    }

    ContactId pickUp(Access access, ConversationId id) {
        ConversationRecord conversation = held(access, id);
        Optional<ContactRecord> there = conversations.openContact(id);
        if (there.isPresent()) {
            ContactId contact = new ContactId(there.get().getId());
            handling.take(access, contact);
            return contact;
        }
        returns.bringBack(conversation, access.user(), "picked-up");
        ContactId contact = new ContactId(conversations.openContact(id).orElseThrow().getId());
        handling.assign(contact, access.user());
        return contact;
    }

    /** The conversation, held until the transaction ends, for whoever may work on it. */
    ConversationRecord held(Access access, ConversationId id) {
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        Conversations.checkStands(conversation);
        return conversation;
    }
}
