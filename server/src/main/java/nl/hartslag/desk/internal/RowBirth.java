package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.Optional;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.customers.Customers;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gives a conversation its row, whichever of its events comes first. */
@Component
class RowBirth {
    private final DSLContext database;
    private final Contacts contacts;
    private final Customers customers;
    private final Organisation organisation;
    private final Names names;

    RowBirth(DSLContext database, Contacts contacts, Customers customers, Organisation organisation, Names names) {
        this.database = database;
        this.contacts = contacts;
        this.customers = customers;
        this.organisation = organisation;
        this.names = names;
    }

    /** @return whether the row was new */
    boolean give(ContactId id) {
        boolean there = database.fetchExists(CONVERSATION_ROW, CONVERSATION_ROW.CONTACT_ID.eq(id.value()));
        if (there) return false;
        ContactView contact = contacts.contactOf(id);
        var t = CONVERSATION_ROW;
        String nameOfCustomer = Optional.ofNullable(contact.customer()).flatMap(customer -> shownName(contact, customer)).orElse(null);
        return database.insertInto(t)
                .set(t.CONVERSATION_ID, contact.conversation().value())
                .set(t.CONTACT_ID, id.value())
                .set(t.CASE_ID, contact.caseId().value())
                .set(t.CASE_NUMBER, contact.caseNumber())
                .set(t.CASE_STATE, RowKeeper.state(contact.caseState()))
                .set(t.BRAND_ID, contact.brand().value())
                .set(t.PARTNER_ID, contact.partner().map(partner -> partner.value()).orElse(null))
                .set(t.CUSTOMER_ID, contact.customer() == null ? null : contact.customer().value())
                .set(t.CUSTOMER_NAME, nameOfCustomer)
                .set(t.CHANNEL, contact.channel())
                .set(t.MEDIUM, contact.medium())
                .set(t.SUBJECT, contact.subject())
                .set(t.STATE, contact.state().equals("ended") ? "closed" : contact.state())
                .set(t.QUEUE_ID, contact.queue() == null ? null : contact.queue().value())
                .set(t.QUEUE_NAME, contact.queue() == null ? null : names.queue(contact.queue()))
                .set(t.ASSIGNED_TO, contact.assignedTo() == null ? null : contact.assignedTo().value())
                .set(t.ASSIGNED_NAME, contact.assignedTo() == null ? null : names.user(contact.assignedTo()))
                .set(t.OPENED_AT, contact.openedAt())
                .set(t.LAST_AT, contact.openedAt())
                .set(t.WAITING_SINCE, contact.waitingSince())
                .set(t.CLOSED_AT, contact.endedAt())
                // A further contact of the same conversation takes the row over.
                .onConflict(t.CONVERSATION_ID)
                .doUpdate()
                .set(t.CONTACT_ID, id.value())
                .set(t.CASE_ID, contact.caseId().value())
                .set(t.CASE_NUMBER, contact.caseNumber())
                .set(t.CASE_STATE, RowKeeper.state(contact.caseState()))
                .set(t.SUBJECT, contact.subject())
                .execute() > 0;
    }

    /** The name, or the address when there is no name; neither for a brand that works anonymously. */
    private Optional<String> shownName(ContactView contact, CustomerId customer) {
        var known = customers.customer(customer);
        var name = known.map(Customers.Customer::name);
        if (name.isPresent() || organisation.brand(contact.brand()).anonymous()) return name;
        return customers.identities(customer).stream()
                .filter(identity -> identity.kind() != Customers.IdentityKind.BROWSER)
                .map(Customers.Identity::value)
                .findFirst();
    }
}
