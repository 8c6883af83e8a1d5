package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.IntakeLedger;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.SpamList.Blocked;
import nl.hartslag.channels.SpamList.Held;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.contacts.ConversationView;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Reply;
import nl.hartslag.customers.Customers;
import nl.hartslag.desk.Desk;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail over a real connection, through the whole application, and back out. */
class MailLoopTest extends MailJourney {
    @Autowired Customers customers;
    @Autowired Desk desk;

    @Test
    void becomesAConversationWithAnAcknowledgementThatTellsWhen() throws IOException {
        send(mail("een").with("Authentication-Results", "relay.test; dmarc=pass header.from=klant.example"));
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.outcome()).isEqualTo("new");
        assertThat(row.proven()).isTrue();
        MessageView message = messages(conversation(row)).getFirst();
        assertThat(message.text()).isEqualTo("Hallo, waar blijft mijn pakket?");
        assertThat(message.authorName()).isEqualTo("Jan Jansen");
        var sent = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> mails.size() == 1).getFirst();
        assertThat(sent.recipients()).containsExactly(customer);
        var detail = outbox.mail(access, sent.id());
        assertThat(detail.text()).contains("Beste Jan Jansen").contains("Je hoort van ons vóór");
        assertThat(detail.headers()).extracting(Outbox.Header::name).contains("Auto-Submitted", "In-Reply-To", "Reply-To");
    }

    @Test
    void continuesTheConversationWhenTheCustomerAnswers() throws IOException {
        send(mail("een"));
        ConversationId conversation = conversation(settled(1).getFirst());
        int seen = contacts.conversation(access, conversation).lastSeq();
        contacts.reply(access, conversation, new Reply("Morgen.", List.of(), seen, "k1", true));
        var answer = eventually(() -> outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items(), mails -> mails.size() == 1).getFirst();
        var headers = outbox.mail(access, answer.id()).headers();
        assertThat(answer.subject()).isEqualTo("Re: Waar blijft mijn pakket?");
        String replyTo = headers.stream().filter(h -> h.name().equals("Reply-To")).findFirst().orElseThrow().value().replaceAll(".*<|>.*", "");

        send(mail("twee").body("Dank, maar hij is er niet. Waar is hij dan wel?"), replyTo);
        send(mail("drie").with("In-Reply-To", "<" + answer.message() + "@demo.example>").body("En nog iets: de doos was kapot?"));
        List<EnvelopeRow> rows = settled(3);
        assertThat(rows).extracting(this::conversation).containsOnly(conversation);
        assertThat(rows).extracting(EnvelopeRow::outcome).contains("continued");
    }

    @Test
    void neverLetsAStrangerIntoAConversation() throws IOException {
        send(mail("een"));
        ConversationId conversation = conversation(settled(1).getFirst());
        String stranger = "piet-" + unique + "@klant.example";
        send(stranger, mail("vreemd").with("From", stranger).with("In-Reply-To", "<een-" + unique + "@klant.example>"));
        EnvelopeRow foreign = settled(2).stream().filter(r -> stranger.equals(r.sender())).findFirst().orElseThrow();
        assertThat(conversation(foreign)).isNotEqualTo(conversation);
        assertThat(ledger.envelope(access, foreign.id()).placements().getFirst().nearMatch()).isEqualTo(conversation);
    }

    @Test
    void placesTheSameMailOnceHoweverOftenItComes() throws IOException {
        send(mail("een"));
        send(mail("een"));
        send(mail("een").with("Received", "from elsewhere by here"));
        List<EnvelopeRow> rows = settled(2);
        assertThat(rows).extracting(EnvelopeRow::outcome).containsExactlyInAnyOrder("new", "duplicate");
        assertThat(rows.stream().mapToInt(EnvelopeRow::repeats).sum()).isEqualTo(1);
        send(mail("een").body("Dezelfde id, iets heel anders?"));
        assertThat(settled(3).getFirst().outcome()).isEqualTo("new");
        var hours = ledger.hours(access, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(hours).allSatisfy(h -> assertThat(h.received()).isEqualTo(h.placed() + h.refused() + h.waiting()));
        assertThat(hours.stream().mapToLong(IntakeLedger.HourRow::duplicates).sum()).isEqualTo(2);
    }

    @Test
    void placesOneMailToTwoAddressesTwice() throws IOException {
        String second = "klacht-" + unique + "@demo.example";
        String other = "service-" + unique + "@ander.example";
        inbox(inbox.brand(), second);
        inbox(brand("b"), other);
        send(mail("een"), service, second, other);
        EnvelopeRow row = settled(1).getFirst();
        var placements = ledger.envelope(access, row.id()).placements();
        assertThat(placements).hasSize(3);
        assertThat(placements.stream().filter(p -> p.brand().equals(inbox.brand())).map(IntakeLedger.PlacementRow::conversation).distinct()).hasSize(1);
        assertThat(placements.stream().map(IntakeLedger.PlacementRow::conversation).distinct()).hasSize(2);
    }

    @Test
    void theAcknowledgementIsForTheWriterAndNotForWhomHeCopied() throws IOException {
        send(proven(mail("een").with("Cc", "aaa-" + unique + "@derde.example")));
        settled(1);
        var sent = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> !mails.isEmpty());
        assertThat(sent.getFirst().recipients()).singleElement().asString().doesNotContain("derde");
    }

    @Test
    void answersGoWhereTheWriterWantsThem() throws IOException {
        String work = "werk-" + unique + "@bedrijf.example";
        send(proven(mail("een").with("Reply-To", work)));
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.sender()).isEqualTo(customer);
        var sent = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> !mails.isEmpty());
        assertThat(sent.getFirst().recipients()).containsExactly(work);
        send(work, mail("twee").with("From", work).with("In-Reply-To", "<een-" + unique + "@klant.example>"));
        assertThat(settled(2)).extracting(EnvelopeRow::outcome).contains("continued");
    }

    /** Anybody can write a customer's address above a mail and ask for the answer elsewhere. */
    @Test
    void answersTheCustomerWhenItIsNotProvenThatHeWantsThemElsewhere() throws IOException {
        String elsewhere = "dief-" + unique + "@elders.example";
        String friend = "vriend-" + unique + "@elders.example";
        send(mail("een").with("Reply-To", elsewhere).with("Cc", friend));
        ConversationId conversation = conversation(settled(1).getFirst());
        var acknowledged = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> !mails.isEmpty());
        assertThat(acknowledged.getFirst().recipients()).containsExactly(customer);
        assertThat(contacts.conversation(access, conversation).recipients())
                .containsExactly(new Recipient(customer, Part.TO), new Recipient(elsewhere, Part.ASIDE), new Recipient(friend, Part.ASIDE));

        // who stands aside is no party to the conversation either
        send(elsewhere, mail("twee").with("From", elsewhere).with("In-Reply-To", "<een-" + unique + "@klant.example>"));
        assertThat(settled(2)).filteredOn(row -> elsewhere.equals(row.sender())).singleElement()
                .extracting(this::conversation).isNotEqualTo(conversation);

        contacts.recipient(access, conversation, friend.toUpperCase(), true);
        answer(conversation, "Morgen.");
        assertThat(recipientsOf("Morgen.")).containsExactlyInAnyOrder(customer, friend);
        contacts.recipient(access, conversation, friend, false);
        answer(conversation, "Overmorgen.");
        assertThat(recipientsOf("Overmorgen.")).containsExactly(customer);
        assertThat(messages(conversation)).extracting(MessageView::text)
                .contains("recipient.included " + friend, "recipient.left-out " + friend);

        // what a person decided stays; whom a forged mail named, the customer himself may name
        send(proven(mail("drie").with("In-Reply-To", "<een-" + unique + "@klant.example>").with("Cc", friend + ", " + elsewhere).body("En nu?")));
        settled(3);
        assertThat(contacts.conversation(access, conversation).recipients())
                .contains(new Recipient(friend, Part.ASIDE), new Recipient(elsewhere, Part.CC));
    }

    @Test
    void onlyWhoStandsInTheConversationBesidesTheCustomerCanBeLeftOutOrLetIn() throws IOException {
        send(mail("een"));
        ConversationId conversation = conversation(settled(1).getFirst());
        for (String address : List.of(customer, "vreemd@elders.example", "")) {
            assertThatThrownBy(() -> contacts.recipient(access, conversation, address, false)).isInstanceOf(Problem.class);
        }
        Access reader = access.only(Set.of(Permission.CONTACTS_VIEW));
        assertThatThrownBy(() -> contacts.recipient(reader, conversation, customer, true)).hasMessageContaining("access/denied");
    }

    /** What was proven yesterday says nothing about who writes today. */
    @Test
    void showsOfTheLatestMailWhetherItsSenderIsProven() throws IOException {
        send(proven(mail("een")));
        ConversationId conversation = conversation(settled(1).getFirst());
        assertThat(contacts.conversation(access, conversation).senderProven()).isTrue();
        send(mail("twee").with("In-Reply-To", "<een-" + unique + "@klant.example>").body("Stuur het maar naar een ander adres?"));
        settled(2);
        assertThat(contacts.conversation(access, conversation).senderProven()).isFalse();
        assertThat(messages(conversation)).filteredOn(one -> one.direction().equals("in")).extracting(MessageView::senderProven)
                .containsExactly(true, false);
    }

    /** On phones a picture often stands between the words of a plain mail, which shows none. */
    @Test
    void listsAPictureThatTheTextDoesNotShow() throws IOException {
        String photo = """
                --B
                Content-Type: text/plain

                Zie foto
                --B
                Content-Type: image/png; name="foto.png"
                Content-Disposition: inline; filename="foto.png"
                Content-ID: <foto@x>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --B--
                """.replace("\n", "\r\n");
        send(mail("een").with("Content-Type", "multipart/mixed; boundary=B").body(photo));
        assertThat(messages(conversation(settled(1).getFirst())).getFirst().attachments()).singleElement()
                .satisfies(file -> assertThat(file.inline()).isFalse());
    }

    private Mails.Draft proven(Mails.Draft mail) {
        return mail.with("Authentication-Results", "relay.test; dmarc=pass header.from=klant.example");
    }

    private void answer(ConversationId conversation, String text) {
        contacts.reply(access, conversation, new Reply(text, List.of(), contacts.conversation(access, conversation).lastSeq(), text, true));
    }

    private List<String> recipientsOf(String text) {
        return eventually(() -> outbox.mails(access, Outbox.Purpose.CONVERSATION, null, null, 10).items().stream()
                .filter(mail -> outbox.mail(access, mail.id()).text().equals(text)).findFirst(), Optional::isPresent).orElseThrow().recipients();
    }

    @Test
    void neverAnswersAMachine() throws IOException {
        send("", mail("afwezig").with("Auto-Submitted", "auto-replied").with("Subject", "Afwezig"));
        assertThat(settled(1).getFirst().outcome()).isEqualTo("automatic");
        send(mail("vraag"));
        settled(2);
        var sent = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> !mails.isEmpty());
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().subject()).doesNotContain("Afwezig");
    }

    @Test
    void showsABounceAtTheMessageItIsAbout() throws IOException {
        send(mail("een"));
        ConversationId conversation = conversation(settled(1).getFirst());
        var ack = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> mails.size() == 1).getFirst();
        eventually(() -> contacts.outgoingByExternalId(ack.message() + "@demo.example"), Optional::isPresent);
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            smtp.deliver("", Mails.bytes(Mails.deliveryReport("failed", ack.message() + "@demo.example", "message/rfc822")), service);
            smtp.deliver("", Mails.bytes(Mails.deliveryReport("failed", "onbekend@elders.example", "message/rfc822")), service);
        }
        assertThat(settled(3)).extracting(EnvelopeRow::outcome).contains("bounce", "bounce-of-unknown-mail");
        assertThat(messages(conversation)).filteredOn(m -> m.id().equals(ack.message())).extracting(MessageView::delivery)
                .containsExactly(Delivery.BOUNCED);
    }

    @Test
    void keepsBlockedSendersOutAndTakesTheirMailInAfterAll() throws IOException {
        var block = spam.block(access, inbox.brand(), customer.toUpperCase());
        send(mail("spam"));
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.state()).isEqualTo("refused");
        assertThat(row.outcome()).isEqualTo("blocked-sender");
        Held held = spam.held(access, customer.substring(0, 5), null, 10).items().getFirst();
        assertThat(held.id()).isEqualTo(row.id());
        assertThat(held.blocks()).extracting(Blocked::id).containsExactly(block.id());
        assertThat(spam.held(access, "nobody", null, 10).items()).isEmpty();
        spam.release(access, row.id(), true);
        assertThat(settled(1).getFirst().outcome()).isEqualTo("new");
        assertThatThrownBy(() -> spam.release(access, row.id(), true)).hasMessage("spam/not-held");
        assertThat(ledger.sender(access, row.id()).sender()).isEqualTo(customer);
        Access stranger = Access.everywhere(UserId.next(), "Ander", "nl", access.permissions(), Set.of(BrandId.next()), Set.of(), Optional.empty());
        assertThatThrownBy(() -> ledger.sender(stranger, row.id())).hasMessage("intake/not-found");
        assertThat(spam.held(stranger, null, null, 10).items()).isEmpty();
        send(mail("geen-spam").body("Een andere vraag?"));
        assertThat(settled(2).getFirst().outcome()).isEqualTo("new");
    }

    @Test
    void holdsWhatTheFilterBeforeUsTakesForSpamUntilAPersonSaysOtherwise() throws IOException {
        send(proven(mail("prijs").with("X-Spam-Status", "Yes, score=9.3 required=5.0")));
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.outcome()).isEqualTo("suspected-spam");
        Held held = spam.held(access, null, null, 10).items().getFirst();
        assertThat(held.suspected()).isTrue();
        assertThat(held.blocks()).isEmpty();
        spam.release(access, held.id(), false);
        assertThat(settled(1).getFirst().outcome()).isEqualTo("new");
        send(proven(mail("nogmaals").with("X-Spam-Flag", "YES").body("Nog een vraag?")));
        assertThat(settled(2)).extracting(EnvelopeRow::outcome).containsOnly("new");
        // anybody can write that address
        send(mail("vals").with("X-Spam-Flag", "YES").body("Klik hier?"));
        assertThat(settled(3)).extracting(EnvelopeRow::outcome).contains("suspected-spam");
    }

    @Test
    void holdsNoAnswerInAConversationAsSpam() throws IOException {
        send(mail("een"));
        ConversationId conversation = conversation(settled(1).getFirst());
        send(mail("twee").with("X-Spam", "Yes").with("In-Reply-To", "<een-" + unique + "@klant.example>").body("En, waar blijft het?"));
        assertThat(settled(2)).extracting(this::conversation).containsOnly(conversation);
        String stranger = "piet-" + unique + "@klant.example";
        send(stranger, mail("vreemd").with("From", stranger).with("X-Spam", "Yes").with("In-Reply-To", "<een-" + unique + "@klant.example>"));
        assertThat(settled(3)).extracting(EnvelopeRow::outcome).contains("suspected-spam");
    }

    @Test
    void refusesAtTheDoorWhatIsNotOursOrTooLarge() throws IOException {
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            smtp.say("MAIL FROM:<" + customer + ">");
            assertThat(smtp.say("RCPT TO:<niemand@demo.example>")).startsWith("550");
            smtp.say("RSET");
            assertThat(smtp.say("MAIL FROM:<" + customer + "> SIZE=50000000")).startsWith("552");
            assertThat(smtp.deliver(customer, mail("groot").body("x".repeat(70) + "\n").bytes(), service)).startsWith("250");
            assertThat(smtp.deliver(customer, mail("groot").body(("x".repeat(70) + "\n").repeat(20_000)).bytes(), service)).startsWith("552");
        }
        assertThat(settled(1)).hasSize(1);
        inboxes.switchOn(access, inbox.id(), false);
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            smtp.say("MAIL FROM:<" + customer + ">");
            assertThat(smtp.say("RCPT TO:<" + service + ">")).startsWith("550");
        }
    }

    @Test
    void showsThingsOnlyToPeopleOfTheBrand() throws IOException {
        send(mail("een"));
        EnvelopeRow row = settled(1).getFirst();
        Access stranger = Access.everywhere(UserId.next(), "Ander", "nl", access.permissions(), Set.of(BrandId.next()), Set.of(), Optional.empty());
        assertThat(ledger.envelopes(stranger, null, null, null, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> ledger.envelope(stranger, row.id())).hasMessage("intake/not-found");
        assertThat(inboxes.inboxes(stranger)).isEmpty();
    }

    @Test
    void whoWritesToAnAnonymousBrandIsKnownByHisHistoryOnly() throws IOException {
        BrandId helpline = organisation.createBrand(access, new BrandDraft("lijn" + unique, "Lijn " + unique, "#c2410c", "nl", "Europe/Amsterdam", true, "Groet", "Regards"));
        Set<BrandId> brands = new HashSet<>(access.brands());
        brands.add(helpline);
        access = Access.everywhere(access.user(), access.name(), "nl", access.permissions(), brands, Set.of(), Optional.empty());
        String line = "lijn-" + unique + "@demo.example";
        inbox(helpline, line);
        send(mail("een").with("To", line).with("Cc", "moeder@klant.example"), line);
        EnvelopeRow first = settled(1).getFirst();
        send(mail("twee").with("To", line).body("Nog een vraag, over iets anders"), line);
        settled(2);
        ConversationId conversation = conversation(first);
        ConversationView seen = contacts.conversation(access, conversation);
        Set<Permission> volunteers = EnumSet.complementOf(EnumSet.of(Permission.CUSTOMERS_ERASE));
        Access volunteer = Access.everywhere(UserId.next(), "Vrijwilliger", "nl", volunteers, brands, Set.of(), Optional.empty());

        assertThat(messages(conversation).getFirst().authorName()).isEqualTo("Schrijver");
        assertThat(seen.recipients()).extracting(Recipient::address).containsExactly("•••");
        assertThat(contacts.history(volunteer, seen.customer(), null, 10).items()).as("his history").hasSize(2);
        assertThat(customers.identitiesShown(volunteer, seen.customer())).extracting(Customers.Identity::value).containsExactly("•••");
        assertThat(customers.identitiesShown(access, seen.customer())).extracting(Customers.Identity::value).containsExactly(customer);
        assertThat(customers.search(volunteer, customer, null, 10).items()).isEmpty();
        assertThat(customers.search(volunteer, "", null, 10).items()).extracting(Customers.Found::address).containsOnlyNulls();

        assertThat(desk.open(volunteer, conversation).beside().identities()).extracting(Customers.Identity::value).containsExactly("•••");

        answer(conversation, "Fijn dat je schrijft");
        assertThat(recipientsOf("Fijn dat je schrijft")).as("nobody who is not seen").containsExactly(customer);
    }
}
