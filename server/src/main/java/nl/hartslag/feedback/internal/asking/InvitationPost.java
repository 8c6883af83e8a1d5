package nl.hartslag.feedback.internal.asking;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.customers.Customers;
import nl.hartslag.feedback.CustomerWords;
import nl.hartslag.feedback.internal.PublicAddress;
import nl.hartslag.feedback.internal.SurveyToken;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.InvitationId;
import nl.hartslag.shared.MessageId;
import org.springframework.stereotype.Component;

/** Writes the invitation and hands it to the outbox of the conversation. */
@Component
class InvitationPost {
    private final Contacts contacts;
    private final Customers customers;
    private final Organisation organisation;
    private final Secrets secrets;
    private final PublicAddress address;

    InvitationPost(
            Contacts contacts, Customers customers, Organisation organisation, Secrets secrets, PublicAddress address) {
        this.contacts = contacts;
        this.customers = customers;
        this.organisation = organisation;
        this.secrets = secrets;
        this.address = address;
    }

    MessageId post(InvitationRecord row, Instant now) {
        InvitationId id = new InvitationId(row.getId());
        var brand = organisation.brand(new BrandId(row.getBrandId()));
        var words = CustomerWords.in(row.getLanguage());
        var customer = customers.customer(new CustomerId(row.getCustomerId()));
        String optOut = link(SurveyToken.optOut(id));
        var mail = new InvitationMail(
                words,
                brand.name(),
                brand.accent(),
                words.language().equals("nl") ? brand.greetingNl() : brand.greetingEn(),
                customer.map(Customers.Customer::name).filter(name -> !name.isBlank() && !brand.anonymous()),
                brand.anonymous()
                        ? Optional.empty()
                        : Optional.of(contacts.caseOf(new CaseId(row.getCaseId())).subject()).filter(s -> !s.isBlank()),
                score -> link(SurveyToken.score(id, score)),
                link(SurveyToken.open(id)),
                optOut);
        return contacts.post(new SystemMessage(
                        new ConversationId(row.getConversationId()),
                        "invitation",
                        words.get("mail.subject"),
                        mail.text(),
                        mail.html(),
                        "invitation-" + id,
                        now,
                        optOut,
                        mail.chatText()))
                .message();
    }

    private String link(SurveyToken token) {
        return address.of("/s/" + token.write(secrets));
    }
}
