package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.Outbox.SentMail;
import nl.hartslag.channels.internal.intake.IntakeWorkers;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.testing.AtOnce;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Many mails that waited and are placed in one transaction become what they would one by one. */
@RecordApplicationEvents
class MailsInARushTest extends MailJourney {
    @Autowired IntakeWorkers workers;
    @Autowired ApplicationEvents events;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;

    @BeforeEach
    void nobodyPlacesThemYet() {
        workers.stop();
    }

    @AfterEach
    void goOn() {
        clock.run();
        workers.start();
    }

    private boolean place() {
        UUID worker = UUID.randomUUID();
        while (workers.step(worker)) { }
        return true;
    }

    private Map<String, EnvelopeRow> placedTogether(int count) {
        place();
        return settled(count).stream().collect(Collectors.toMap(EnvelopeRow::subject, Function.identity()));
    }

    @Test
    void eachBeginsAConversationOfItsOwnWithAPromiseThatIsTold() throws IOException {
        for (int i = 0; i < 4; i++) send(mail("m" + i).with("Subject", "Vraag " + i).body("Vraag " + i + "?"));
        Map<String, EnvelopeRow> rows = placedTogether(4);
        assertThat(rows.values()).extracting(EnvelopeRow::outcome).containsOnly("new");
        assertThat(rows.values().stream().map(this::conversation).distinct()).hasSize(4);
        rows.forEach((subject, row) -> {
            List<MessageView> messages = messages(conversation(row));
            assertThat(messages).extracting(MessageView::direction).containsExactly("in", "out");
            assertThat(messages.getFirst().text()).isEqualTo(subject + "?");
            assertThat(messages).extracting(MessageView::seq).containsExactly(1, 2);
            var about = contacts.conversation(access, conversation(row));
            assertThat(about.lastSeq()).isEqualTo(2);
            assertThat(contacts.promises(about.caseId())).singleElement().satisfies(promise -> {
                assertThat(promise.state()).isEqualTo("open");
                assertThat(promise.told()).isTrue();
            });
        });
        assertThat(events.stream(ContactOpened.class).map(ContactOpened::repeat)).containsExactly(false, true, true, true);
    }

    @Test
    void anAnswerToAMailOfTheSameRushJoinsIt() throws IOException {
        send(mail("een").with("Subject", "Een"));
        send(mail("los").with("Subject", "Los"));
        send(mail("twee").with("Subject", "Re: Een").with("In-Reply-To", "<een-" + unique + "@klant.example>").body("En nog iets?"));
        Map<String, EnvelopeRow> rows = placedTogether(3);
        ConversationId first = conversation(rows.get("Een"));
        assertThat(rows.get("Re: Een").outcome()).isEqualTo("continued");
        assertThat(conversation(rows.get("Re: Een"))).isEqualTo(first).isNotEqualTo(conversation(rows.get("Los")));
        assertThat(messages(first).stream().filter(m -> m.direction().equals("in")).map(MessageView::seq)).containsExactly(1, 2);
    }

    @Test
    void theSameMailTwiceIsPlacedOnceAndOneToTwoBrandsTwice() throws IOException {
        String other = "service-" + unique + "@ander.example";
        inbox(brand("b"), other);
        send(mail("een").with("Subject", "Een"));
        send(mail("een").with("Subject", "Een").with("Received", "from elsewhere by here"));
        send(mail("beide").with("Subject", "Beide"), service, other);
        place();
        List<EnvelopeRow> rows = settled(3);
        assertThat(rows).extracting(EnvelopeRow::outcome).containsExactlyInAnyOrder("new", "duplicate", "new");
        EnvelopeRow both = rows.stream().filter(row -> "Beide".equals(row.subject())).findFirst().orElseThrow();
        assertThat(ledger.envelope(access, both.id()).placements()).hasSize(2);
        assertThat(events.stream(ContactOpened.class)).hasSize(3);
    }

    @Test
    void aWriterWhoNeverStopsIsAcknowledgedFiveTimesAndAMachineNever() throws IOException {
        for (int i = 0; i < 7; i++) send(mail("m" + i).with("Subject", "Vraag " + i));
        send(mail("auto").with("Subject", "Automaat").with("Auto-Submitted", "auto-generated"));
        Map<String, EnvelopeRow> rows = placedTogether(8);
        long acknowledged = rows.values().stream().filter(row -> messages(conversation(row)).size() == 2).count();
        assertThat(acknowledged).isEqualTo(5);
        assertThat(rows.get("Automaat").outcome()).isEqualTo("automatic");
        assertThat(events.stream(PromiseChanged.class).map(PromiseChanged::promise).map(PromiseView::contact).distinct()).hasSize(7);
    }

    @Test
    void eachIsAcknowledgedByItsOwnBrandAndInItsOwnLanguage() throws IOException {
        String other = "service-" + unique + "@ander.example";
        inbox(brand("b"), other);
        send(mail("nl").with("Subject", "Waar blijft mijn pakket").body("Ik wacht nu al een week op mijn bestelling en hoor niets."));
        send("mary-" + unique + "@home.example", mail("en").with("From", "Mary <mary-" + unique + "@home.example>").with("To", other)
                .with("Subject", "Where is my order").body("I have been waiting for my order for a week now and nobody tells me anything."), other);
        Map<String, EnvelopeRow> rows = placedTogether(2);
        assertThat(messages(conversation(rows.get("Waar blijft mijn pakket"))).getLast().text())
                .startsWith("Beste Jan Jansen").contains("Je hoort van ons").endsWith("Met vriendelijke groet,\nWinkel a" + unique);
        assertThat(messages(conversation(rows.get("Where is my order"))).getLast().text())
                .startsWith("Dear Mary").contains("You hear from us").endsWith("Kind regards,\nWinkel b" + unique);
        assertThat(eventually(() -> outbox.mails(access, Outbox.Purpose.ACKNOWLEDGEMENT, null, null, 10).items(), sent -> sent.size() == 2))
                .extracting(SentMail::sender, sent -> sent.recipients().getFirst())
                .containsExactlyInAnyOrder(tuple(service, customer), tuple(other, "mary-" + unique + "@home.example"));
    }

    @Test
    void oneThatCannotBePlacedHoldsUpNoOtherAndIsPlacedLater() throws IOException {
        db.execute("alter table contacts.conversation add constraint planted check (subject <> 'Kapot') not valid");
        try {
            for (String subject : List.of("Een", "Kapot", "Twee")) send(mail(subject).with("Subject", subject));
            place();
        } finally {
            db.execute("alter table contacts.conversation drop constraint planted");
        }
        Map<String, String> states = ledger.envelopes(access, null, null, null, null, 10).items().stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.subject()), EnvelopeRow::state));
        assertThat(states.values()).containsExactlyInAnyOrder("placed", "placed", "waiting");
        assertThat(states).containsEntry("Een", "placed").containsEntry("Twee", "placed");
        clock.advance(Duration.ofMinutes(2));
        Map<String, EnvelopeRow> rows = placedTogether(3);
        assertThat(rows.values().stream().map(this::conversation).distinct()).hasSize(3);
        assertThat(messages(conversation(rows.get("Kapot")))).hasSize(2);
    }

    @Test
    void twoNodesAtOncePlaceEachMailOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            String from = "klant" + i % 20 + "-" + unique + "@klant.example";
            send(from, mail("m" + i).with("From", from).with("Subject", "Vraag " + i));
        }
        assertThat(AtOnce.atOnce(this::place, this::place)).isEmpty();
        Map<String, EnvelopeRow> rows = placedTogether(40);
        assertThat(rows.values().stream().map(this::conversation).distinct()).hasSize(40);
        assertThat(rows.values()).allSatisfy(row -> {
            assertThat(row.attempts()).isOne();
            assertThat(messages(conversation(row))).extracting(MessageView::direction).containsExactly("in", "out");
        });
    }
}
