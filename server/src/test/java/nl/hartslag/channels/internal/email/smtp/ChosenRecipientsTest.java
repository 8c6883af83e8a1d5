package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.Outbox.SentMail;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.Reply;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom one answer goes to, when its writer chose that. */
class ChosenRecipientsTest extends MailJourney {
    @Autowired PlannedAnswers planned;
    private ConversationId conversation;
    private String garage;
    private String partner;
    private String boss;

    @BeforeEach
    void aMailWithACopy() throws IOException {
        garage = "garage-" + unique + "@derde.example";
        partner = "els-" + unique + "@klant.example";
        boss = "baas-" + unique + "@derde.example";
        send(mail("een").with("Cc", partner).with("Authentication-Results", "relay.test; dmarc=pass header.from=klant.example"));
        conversation = conversation(settled(1).getFirst());
    }

    @Test
    void goesToThemAndWhoGetsABlindCopyStandsInTheEnvelopeAlone() throws IOException {
        answer(new Addressees(false, List.of(), List.of(garage.toUpperCase()), List.of(boss, garage)), "k1");
        SentMail sent = sent(1).getFirst();
        assertThat(sent.recipients()).containsExactly(customer, partner, garage, boss);
        assertThat(headers(sent, "To")).contains(customer);
        assertThat(headers(sent, "Cc")).contains(partner).contains(garage);
        try (InputStream raw = outbox.raw(access, sent.id())) {
            assertThat(new String(raw.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain(boss).doesNotContainIgnoringCase("\nbcc");
        }
        assertThat(answered().recipients()).containsExactly(to(customer), new Recipient(partner, Part.CC), new Recipient(garage, Part.CC), new Recipient(boss, Part.BCC));
    }

    @Test
    void whoGotItOpenlyGetsTheNextOneTooAndWhoGotABlindCopyDoesNot() throws IOException {
        answer(new Addressees(false, List.of(garage), List.of(), List.of(boss)), "k1");
        answer(null, "k2");
        assertThat(sent(2)).extracting(SentMail::recipients).anySatisfy(all -> assertThat(all).containsExactlyInAnyOrder(customer, partner, garage));
        // both may write back
        send(boss, mail("baas").with("From", boss).with("In-Reply-To", "<een-" + unique + "@klant.example>").body("Goed zo?"));
        assertThat(settled(2)).extracting(this::conversation).containsOnly(conversation);
        assertThat(contacts.conversation(access, conversation).recipients()).extracting(Recipient::address).doesNotContain(boss);
    }

    @Test
    void aloneToTheCustomerIsOfThatAnswerOnly() {
        answer(new Addressees(true, List.of(), List.of(), List.of()), "k1");
        assertThat(sent(1).getFirst().recipients()).containsExactly(customer);
        answer(null, "k2");
        assertThat(sent(2)).extracting(SentMail::recipients).anySatisfy(all -> assertThat(all).containsExactlyInAnyOrder(customer, partner));
    }

    @Test
    void isKeptWithTheDraftAlsoBeforeThereAreWords() {
        Addressees chosen = new Addressees(true, List.of(), List.of(garage), List.of(boss));
        contacts.saveDraft(access, conversation, new Draft("reply", "", 1, chosen));
        assertThat(contacts.drafts(access, conversation)).containsExactly(new Draft("reply", "", 1, chosen));
        contacts.saveDraft(access, conversation, new Draft("reply", "", 1, Addressees.USUAL));
        assertThat(contacts.drafts(access, conversation)).isEmpty();
    }

    @Test
    void staysWithAnAnswerThatIsTakenBackAndGoesAlongWhenItLeaves() {
        Addressees chosen = new Addressees(true, List.of(), List.of(garage), List.of(boss));
        var waiting = planned.plan(access, conversation, reply(chosen, "k1"), null, Duration.ofMinutes(1)).planned();
        assertThat(waiting.addressees()).isEqualTo(chosen);
        assertThat(planned.takeBack(access, waiting.id(), false).addressees()).isEqualTo(chosen);
        assertThat(contacts.drafts(access, conversation)).singleElement().extracting(Draft::addressees).isEqualTo(chosen);
        var again = planned.plan(access, conversation, reply(chosen, "k2"), null, Duration.ofMinutes(1)).planned();
        planned.sendNow(access, again.id());
        assertThat(sent(1).getFirst().recipients()).containsExactly(customer, garage, boss);
    }

    @Test
    void saysWhichAddressIsWrongAndSendsNothing() {
        refusedWith("contacts/no-address", "garage@derde");
        refusedWith("contacts/our-address", service.replace("@", "+iets@"));
        refused("contacts/too-many-addresses", () -> answer(
                new Addressees(false, IntStream.range(0, 51).mapToObj(i -> i + "@derde.example").toList(), List.of(), List.of()), "k"));
        assertThat(messages(conversation)).noneMatch(one -> one.direction().equals("out") && one.purpose().equals("conversation"));
        Access helper = Access.everywhere(UserId.next(), "Hulp", "nl", EnumSet.allOf(Permission.class), Set.of(inbox.brand()), Set.of(), Optional.of(PartnerId.next()));
        refused("contacts/not-found", () -> contacts.reply(helper, conversation, reply(new Addressees(false, List.of(garage), List.of(), List.of()), "k")));
    }

    private void refusedWith(String code, String address) {
        refused(code, () -> answer(new Addressees(false, List.of(), List.of(garage), List.of(address)), "k"));
    }

    private void answer(Addressees chosen, String key) {
        contacts.reply(access, conversation, reply(chosen, key));
    }

    private Reply reply(Addressees chosen, String key) {
        return new Reply("Morgen.", List.of(), contacts.conversation(access, conversation).lastSeq(), key, true, chosen);
    }

    private List<SentMail> sent(int count) {
        return eventually(() -> outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items(), mails -> mails.size() == count);
    }

    private String headers(SentMail sent, String name) {
        return outbox.mail(access, sent.id()).headers().stream().filter(h -> h.name().equals(name)).map(Outbox.Header::value).reduce("", String::concat);
    }

    private MessageView answered() {
        return messages(conversation).stream().filter(one -> one.direction().equals("out") && one.purpose().equals("conversation")).findFirst().orElseThrow();
    }

    private static Recipient to(String address) {
        return new Recipient(address, Part.TO);
    }
}
