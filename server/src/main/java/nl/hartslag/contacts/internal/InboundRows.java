package nl.hartslag.contacts.internal;

import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;

/** What a customer's message becomes, not yet stored. */
final class InboundRows {
    private InboundRows() {}

    static CasesRecord newCase(InboundMessage in) {
        CasesRecord row = new CasesRecord();
        row.setId(Uuid7.next());
        row.setBrandId(in.brand().value());
        row.setCustomerId(in.customer().value());
        row.setSubject(in.subject());
        row.setState("open");
        row.setContacts(1);
        row.setOpenedAt(in.at());
        return row;
    }

    static ContactRecord contact(InboundMessage in, UUID conversation, UUID caseId, FirstQueue.Place place, StartsAs startsAs) {
        ContactRecord contact = new ContactRecord();
        contact.setId(Uuid7.next());
        contact.setConversationId(conversation);
        contact.setCaseId(caseId);
        contact.setBrandId(in.brand().value());
        contact.setCustomerId(in.customer().value());
        contact.setChannel(in.channel());
        contact.setMedium(in.medium());
        contact.setKind("inbound");
        contact.setQueueId(place.queue().value());
        contact.setPartnerId(place.partner().map(PartnerId::value).orElse(null));
        contact.setPriority(Rows.column(startsAs));
        contact.setState("waiting");
        contact.setOpenedAt(in.at());
        contact.setWaitingSince(in.at());
        return contact;
    }

    static MessageRecord message(InboundMessage in, @Nullable ContactRecord contact) {
        MessageRecord message = new MessageRecord();
        message.setId(Uuid7.next());
        message.setContactId(contact == null ? null : contact.getId());
        message.setDirection("in");
        message.setAuthorKind("customer");
        message.setAuthorId(in.customer().value());
        message.setAuthorName(in.customerName());
        message.setAt(in.at());
        message.setText(in.text());
        message.setFoldedText(in.foldedText());
        message.setHtml(in.html());
        message.setFoldedHtml(in.foldedHtml());
        message.setRemoteImages(in.remoteImages());
        message.setAutomatic(in.automatic());
        message.setSenderProven(in.senderProven());
        message.setExternalId(in.externalId());
        message.setClientKey(in.clientKey());
        message.setEnvelopeId(Rows.value(in.envelope()));
        return message;
    }

    static ContactOpened opened(InboundMessage in, ContactRecord contact, boolean repeat) {
        return new ContactOpened(
                new ContactId(contact.getId()),
                new ConversationId(contact.getConversationId()),
                new CaseId(contact.getCaseId()),
                in.brand(),
                in.customer(),
                in.channel(),
                in.medium(),
                in.address(),
                in.reason(),
                new QueueId(contact.getQueueId()),
                in.subject(),
                repeat,
                in.at());
    }
}
