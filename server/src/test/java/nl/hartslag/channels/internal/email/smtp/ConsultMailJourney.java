package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static nl.hartslag.testing.Eventually.eventually;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.Outbox.SentDetail;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.People.NewUser;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A conversation about which finance is asked, which has a mail address and one person, Liesbeth, who works here. */
abstract class ConsultMailJourney extends MailJourney {
    @Autowired Consults consults;
    @Autowired People people;
    String department;
    DepartmentId finance;
    Access liesbeth;
    ConversationId conversation;

    @BeforeEach
    void aDepartmentWithAnAddress() throws IOException {
        department = "financien-" + unique + "@kantoor.example";
        UserId person = people.create(new NewUser("liesbeth-" + unique + "@elders.example", "Liesbeth", "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(), List.of(), Map.of()));
        finance = organisation.createDepartment(access, new DepartmentDraft("Financiën", "Finance", 0, false, 240, null, List.of(person), department, null, null));
        liesbeth = Access.everywhere(person, "Liesbeth", "nl", EnumSet.of(Permission.CONSULTS_ANSWER), access.brands(), Set.of(), Optional.empty());
        send(mail("vraag"));
        conversation = conversation(settled(1).getFirst());
        contacts.take(access, contacts.conversation(access, conversation).contact().orElseThrow());
    }

    BrandId brandOf() {
        return contacts.conversation(access, conversation).brand();
    }

    ConsultId ask(String question, boolean shares) {
        return consults.ask(access, conversation, new NewConsult(finance, question, shares, question));
    }

    ConsultView of(ConsultId id) {
        return consults.ofCase(access, contacts.conversation(access, conversation).caseId()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    SentDetail question() {
        return outbox.mail(access, eventually(() -> sentTo(department), mails -> !mails.isEmpty()).getFirst().id());
    }

    List<Outbox.SentMail> sentTo(String address) {
        return outbox.mails(access, null, null, null, 50).items().stream().filter(mail -> mail.recipients().contains(address)).toList();
    }

    String replyTo() {
        String header = question().headers().stream().filter(one -> one.name().equals("Reply-To")).findFirst().orElseThrow().value();
        return header.replaceFirst(".*<", "").replaceFirst(">.*", "");
    }

    Mails.Draft reply(String from, String text, String id) {
        return aMail().with("From", from).with("To", replyTo()).with("Subject", "Re: Vraag").with("Message-ID", "<" + id + "-" + unique + "@kantoor.example>").body(text);
    }

    void answers(String from, String text, String id) throws IOException {
        send("x@kantoor.example", reply(from, text, id), replyTo());
    }

    MessageView note(String text) {
        return messages(conversation).stream().filter(message -> message.direction().equals("note") && message.text().equals(text)).findFirst().orElseThrow();
    }

    List<String> said(String direction) {
        return messages(conversation).stream().filter(message -> message.direction().equals(direction)).map(MessageView::text).toList();
    }
}
