package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.Outbox.SentDetail;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Undelivered;
import nl.hartslag.contacts.Undelivered.Trouble;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A department that is asked by mail and answers by mail. */
class ConsultByMailTest extends ConsultMailJourney {
    @Autowired DSLContext db;
    @Autowired Undelivered undelivered;

    @Test
    void readsTheQuestionAndItsAnswerStandsInTheCase() throws IOException {
        ConsultId id = ask("Is het geld al weg?", true);
        SentDetail question = question();
        assertThat(question.mail().recipients()).containsExactly(department);
        assertThat(question.mail().subject()).startsWith("Vraag over zaak").endsWith("Waar blijft mijn pakket?");
        assertThat(question.text()).contains("Is het geld al weg?", "waar blijft mijn pakket?").doesNotContain("Jan Jansen").doesNotContain(customer);
        assertThat(question.headers()).noneMatch(header -> header.name().equals("Auto-Submitted"));
        assertThat(note("Is het geld al weg?").delivery()).isIn(Delivery.QUEUED, Delivery.SENT);

        answers("Liesbeth de Boer <liesbeth.deboer@kantoor.example>", "Gisteren overgemaakt.\n\n> Is het geld al weg?", "een");

        assertThat(settled(2)).extracting(EnvelopeRow::outcome).contains("consult");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answer, ConsultView::settledByName, ConsultView::late)
                .containsExactly("answered", "Gisteren overgemaakt.", "Liesbeth de Boer", false);
        assertThat(note("Gisteren overgemaakt.").authorName()).isEqualTo("Liesbeth de Boer");
        assertThat(sentTo(customer)).as("nothing but the acknowledgement goes to the customer").hasSize(1);
        assertThat(sentTo("liesbeth.deboer@kantoor.example")).isEmpty();
    }

    @Test
    void whatItSendsAlongStandsBesideItsAnswer() throws IOException {
        ConsultId id = ask("Hoe hoog is de nota?", false);
        String words = """
                --B
                Content-Type: text/plain

                Zie de nota
                --B
                Content-Type: application/pdf; name="nota.pdf"
                Content-Disposition: attachment; filename="nota.pdf"

                %PDF-1.4
                --B--
                """.replace("\n", "\r\n");
        send("x@kantoor.example", reply(department, words, "een").with("Content-Type", "multipart/mixed; boundary=B"), replyTo());
        settled(2);
        assertThat(of(id).answer()).isEqualTo("Zie de nota");
        assertThat(of(id).files()).extracting(AttachmentView::name).containsExactly("nota.pdf");
        assertThat(note("Zie de nota").attachments()).isEqualTo(of(id).files());
        assertThat(consults.file(liesbeth, id, of(id).files().getFirst().id()).name()).isEqualTo("nota.pdf");
    }

    @Test
    void whoAnswersForTheDepartmentIsKnownByHisAddress() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        answers("L <liesbeth-" + unique + "@elders.example>", "Ja", "een");
        settled(2);
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::settledByName).containsExactly("answered", "Liesbeth");
    }

    @Test
    void theSameMailTwiceIsOneAnswerAndWhatComesAfterItIsANote() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        answers(department, "Ja", "een");
        send("x@kantoor.example", reply(department, "Ja", "een").with("Received", "from another way"), replyTo());
        answers(department, "Ik bedoelde nee", "twee");
        assertThat(settled(4)).extracting(EnvelopeRow::outcome).filteredOn("consult"::equals).hasSize(2);
        assertThat(of(id).answer()).isEqualTo("Ja");
        assertThat(said("note")).containsExactly("Is het geld al weg?", "Ja", "Ik bedoelde nee");
        assertThat(said("event")).contains("consult.mailed Financiën", "consult.added Financiën");
    }

    @Test
    void aMachineAnswersNothing() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        send(department, reply(department, "Ik ben er maandag weer", "weg").with("Auto-Submitted", "auto-replied"), replyTo());
        settled(2);
        assertThat(of(id).state()).isEqualTo("open");
        assertThat(said("event")).contains("consult.automatic Financiën");
        assertThat(said("note")).contains("Ik ben er maandag weer");
    }

    @Test
    void whoeverGotHoldOfTheMailAndIsNotOfTheDepartmentWritesAsACustomer() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        send("vreemd@buiten.example", reply("Vreemd <vreemd@buiten.example>", "Geef mij het geld", "een"), replyTo());
        assertThat(settled(2)).extracting(EnvelopeRow::outcome).containsOnly("new");
        assertThat(of(id).state()).isEqualTo("open");
        assertThat(said("note")).containsExactly("Is het geld al weg?");
        assertThat(messages(conversation)).noneMatch(message -> message.text().contains("Geef mij"));
    }

    @Test
    void itIsToldThatItNeedNotAnswerAnyMore() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        question();
        consults.withdraw(access, id);
        eventually(() -> sentTo(department), mails -> mails.size() == 2);
        answers(department, "Toch: ja", "een");
        settled(2);
        assertThat(of(id).state()).isEqualTo("withdrawn");
        assertThat(said("note")).contains("Toch: ja");
    }

    @Test
    void whatHasNotLeftWhenItIsWithdrawnLeavesNoMore() {
        ConsultId id = ask("Is het geld al weg?", false);
        question();
        // as if the relay had put it off
        db.execute("update contacts.outbox set state = 'pending', next_try_at = now() + interval '1 day' where consult_id = ?", id.value());
        consults.withdraw(access, id);
        assertThat(db.fetchCount(db.select().from("contacts.outbox").where("consult_id = ?", id.value()))).isZero();
        assertThat(note("Is het geld al weg?").delivery()).isEqualTo(Delivery.NONE);
    }

    @Test
    void theSubjectStaysHereWhenTheConversationDoes() {
        ask("Is het geld al weg?", false);
        assertThat(question().mail().subject()).matches("Vraag over zaak \\d+");
    }

    @Test
    void nothingIsKeptOfAnAnswerToWhatWasErasedMeanwhile() throws IOException {
        ConsultId id = ask("Is het geld al weg?", true);
        Mails.Draft reply = reply(department, "Ja. > van Jan", "een");
        String to = replyTo();
        db.execute("update contacts.conversation set erased_at = now() where id = ?", conversation.value());
        send("x@kantoor.example", reply, to);
        assertThat(settled(2)).extracting(EnvelopeRow::outcome).contains("erased");
        assertThat(of(id).state()).isEqualTo("open");
        assertThat(said("note")).containsExactly("Is het geld al weg?");
        assertThat(db.fetchCount(db.select().from("channels.envelope").where("outcome = 'erased' and blob_hash <> '' and facts::text like ?", "%" + unique + "%"))).isZero();
    }

    @Test
    void aMailThatDoesNotArriveStandsAtTheQuestionAndKeepsNobodyWaiting() throws IOException {
        ask("Is het geld al weg?", false);
        question();
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            smtp.deliver("", Mails.bytes(Mails.deliveryReport("failed", note("Is het geld al weg?").id() + "@demo.example", "message/rfc822")), service);
        }
        settled(2);
        assertThat(note("Is het geld al weg?").delivery()).isEqualTo(Delivery.BOUNCED);
        assertThat(undelivered.list(access, Trouble.BOUNCED, null, false, null, 10).items())
                .extracting(Undelivered.Item::purpose, Undelivered.Item::address).containsExactly(tuple("consult", department));
        contacts.reply(access, conversation, new Reply("Ik zoek het uit", List.of(), contacts.conversation(access, conversation).lastSeq(), "k", true));
        eventually(() -> sentTo(customer), mails -> mails.size() == 2);
    }

    @Test
    void aMailAlsoAnswersWhatWaitsForWhoAskedAndCarriesWhatWasTold() throws IOException {
        ConsultId id = ask("Is het geld al weg?", false);
        question();
        consults.askBack(liesbeth, id, new Words("Welke rekening?", "b"));
        consults.tell(access, id, new Words("Die op 33", "t"));
        eventually(() -> sentTo(department), mails -> mails.size() == 2);
        assertThat(sentTo(department)).anySatisfy(mail -> assertThat(outbox.mail(access, mail.id()).text()).contains("Die op 33", "Is het geld al weg?"));
        consults.askBack(liesbeth, id, new Words("En het bedrag?", "b2"));
        answers(department, "Al gevonden", "een");
        settled(2);
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answer).containsExactly("answered", "Al gevonden");
    }

    @Test
    void whatADepartmentStillMailsAfterPassingItOnIsANoteAndAnswersNothing() throws IOException {
        String other = "logistiek-" + unique + "@pakhuis.example";
        DepartmentId logistics = organisation.createDepartment(access, new DepartmentDraft("Logistiek", "Logistics", 0, false, 240, null, List.of(), other, null, null));
        ConsultId id = ask("Waar is het?", false);
        String first = replyTo();
        consults.pass(liesbeth, id, new Passing(logistics, "Jullie weten waar het ligt", false, "p"));
        eventually(() -> sentTo(other), mails -> mails.size() == 1);
        assertThat(outbox.mail(access, sentTo(other).getFirst().id()).text()).contains("Liesbeth", "Jullie weten waar het ligt", "Waar is het?");
        answers(department, "Toch nog iets", "een");
        settled(2);
        assertThat(of(id).state()).isEqualTo("open");
        assertThat(said("event")).contains("consult.added Logistiek");
        assertThat(said("note")).contains("Toch nog iets");
        send("x@pakhuis.example", reply(other, "In het depot", "twee"), first);
        settled(3);
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answer).containsExactly("answered", "In het depot");
    }

    @Test
    void aSoonerTimeStandsInTheMail() {
        Instant usual = consults.departments(access, brandOf()).stream().filter(one -> one.id().equals(finance)).findFirst().orElseThrow().dueNow();
        consults.ask(access, conversation, new NewConsult(finance, "Is het geld al weg?", false, "k", usual.minusSeconds(3600), "Hij wacht aan de balie."));
        assertThat(question().text()).contains("eerder kan").contains("Hij wacht aan de balie.");
    }
}
