package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.ContactEvent.PriorityChanged;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How much haste a contact has: anyone who handles contacts may say so, and it stands in the thread who did. */
@Component
class Priorities {
    private final Handling handling;
    private final EventLines lines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Priorities(Handling handling, EventLines lines, ApplicationEventPublisher events, Clock clock) {
        this.handling = handling;
        this.lines = lines;
        this.events = events;
        this.clock = clock;
    }

    void set(Access access, ContactId id, Priority priority) {
        access.require(Permission.CONTACTS_HANDLE, new BrandId(handling.seen(access, id).getBrandId()));
        ContactRecord contact = handling.held(access, id);
        if (contact.getPriority().equals(Rows.column(priority))) return;
        if (contact.getState().equals("ended")) throw Problem.of("contacts/already-closed", 409);
        contact.setPriority(Rows.column(priority));
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        Instant now = clock.instant();
        ConversationId conversation = new ConversationId(contact.getConversationId());
        lines.done(conversation, access, id, "priority." + contact.getPriority());
        events.publishEvent(new PriorityChanged(
                id, conversation, new BrandId(contact.getBrandId()), priority, access.user(), access.name(), now));
    }
}
