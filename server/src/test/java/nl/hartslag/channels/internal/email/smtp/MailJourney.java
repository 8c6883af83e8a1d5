package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.Inbox;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.channels.IntakeLedger;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.SpamList;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** A brand with an address, and mail to it over a real connection, through the whole application. */
@HartslagTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"hartslag.channels.email.dns=off", "hartslag.channels.email.smtp-bind=127.0.0.1",
        "hartslag.channels.email.trusted-relays=127.0.0.1", "hartslag.channels.email.trusted-services=relay.test",
        "hartslag.channels.email.max-size=1000000"})
abstract class MailJourney {
    @Autowired SmtpReceiver receiver;
    @Autowired EmailInboxes inboxes;
    @Autowired IntakeLedger ledger;
    @Autowired SpamList spam;
    @Autowired Outbox outbox;
    @Autowired Contacts contacts;
    @Autowired OrganisationSettings organisation;

    Access access = Access.everywhere(UserId.next(), "Test", "nl", EnumSet.allOf(Permission.class), Set.of(), Set.of(), Optional.empty());
    final String unique = UserId.next().toString().substring(24);
    final String service = "service-" + unique + "@demo.example";
    final String customer = "jan-" + unique + "@klant.example";
    Inbox inbox;

    @BeforeEach
    void brandWithAnAddress() {
        receiver.start(0);
        inbox = inbox(brand("a"), service);
    }

    /** Whatever went wrong on the way, the log tells it without telling who it was. */
    @AfterEach
    void stop(CapturedOutput output) {
        receiver.stop();
        assertThat(output).doesNotContain(customer).doesNotContain("Jan Jansen");
    }

    BrandId brand(String key) {
        BrandId brand = organisation.createBrand(access, new BrandDraft(key + unique, "Winkel " + key + unique, "#c2410c", "nl", "Europe/Amsterdam", false,
                "Met vriendelijke groet", "Kind regards"));
        Set<BrandId> brands = new HashSet<>(access.brands());
        brands.add(brand);
        access = Access.everywhere(access.user(), access.name(), "nl", access.permissions(), brands, Set.of(), Optional.empty());
        return brand;
    }

    Inbox inbox(BrandId brand, String address) {
        return inboxes.create(access, new InboxDraft(brand, address, "De Winkel", "smtp", null, null));
    }

    Mails.Draft mail(String id) {
        return aMail().with("From", "Jan Jansen <" + customer + ">").with("To", service).with("Message-ID", "<" + id + "-" + unique + "@klant.example>");
    }

    void send(Mails.Draft mail, String... to) throws IOException {
        send(customer, mail, to);
    }

    void send(String from, Mails.Draft mail, String... to) throws IOException {
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            assertThat(smtp.deliver(from, mail.bytes(), to.length == 0 ? new String[] {service} : to)).startsWith("250");
        }
    }

    List<EnvelopeRow> settled(int count) {
        return eventually(() -> ledger.envelopes(access, null, null, null, null, 100).items(),
                rows -> rows.size() == count && rows.stream().noneMatch(r -> r.state().equals("waiting")));
    }

    ConversationId conversation(EnvelopeRow row) {
        return ledger.envelope(access, row.id()).placements().getFirst().conversation();
    }

    List<MessageView> messages(ConversationId id) {
        return contacts.messages(access, id, 0, 100);
    }
}
