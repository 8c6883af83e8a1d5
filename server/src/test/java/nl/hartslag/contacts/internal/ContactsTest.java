package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class ContactsTest {
    @Autowired Contacts contacts;
    @Autowired People people;
    @Autowired Work work;
    private BrandId brand;
    private Access noor;
    private Access sem;

    @BeforeEach
    void aBrandWithTwoAgents() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        sem = work.anAgent(brand);
    }

    @Test
    void theSameMessageTwiceIsPlacedOnce() {
        var letter = work.aLetter(brand);
        letter.arrives();
        letter.saying("En nu?");
        Received first = letter.arrives();
        Received again = letter.arrives();
        assertThat(again.duplicate()).isTrue();
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(contacts.messages(noor, first.conversation(), 0, 50)).hasSize(2);
    }

    @Test
    void aSecondMessageJoinsTheOpenContact() {
        var letter = work.aLetter(brand);
        Received first = letter.arrives();
        Received second = letter.saying("Nog iets: 🎁").arrives();
        assertThat(second.contact()).isEqualTo(first.contact());
        assertThat(second.newContact()).isFalse();
        assertThat(second.seq()).isEqualTo(first.seq() + 1);
    }

    @Test
    void mereThanksAfterTheEndOpensNothingAndAQuestionReopensTheCase() {
        var reason = work.aReason(brand);
        var letter = work.aLetter(brand);
        Received first = letter.arrives();
        contacts.take(noor, first.contact());
        work.answer(noor, first.conversation(), 1);
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED);
        assertThat(letter.saying("Bedankt!").arrives().contact()).isNull();
        assertThat(contacts.caseOf(first.caseId()).state()).isEqualTo(CaseState.SOLVED);
        Received question = letter.saying("Het is toch niet aangekomen").arrives();
        assertThat(question.newContact()).isTrue();
        assertThat(question.caseId()).isEqualTo(first.caseId());
        assertThat(contacts.caseOf(first.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(contacts.caseOf(first.caseId()).contacts()).isEqualTo(2);
    }

    @Test
    void anAutomaticReplyIsShownButWaitsForNobody() {
        var reason = work.aReason(brand);
        var letter = work.aLetter(brand);
        Received first = letter.arrives();
        work.answer(noor, first.conversation(), 1);
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED);
        Received automatic = letter.saying("Ik ben er niet tot maandag").automatic().arrives();
        assertThat(automatic.contact()).isNull();
        assertThat(contacts.messages(noor, first.conversation(), 0, 50)).last().matches(message -> message.automatic());
    }

    @Test
    void ofTwoWhoTakeAtOnceOneWinsAndTheOtherHearsWho() throws Exception {
        Received received = work.aLetter(brand).arrives();
        List<Throwable> refused = atOnce(
                () -> take(noor, received),
                () -> take(sem, received));
        assertThat(refused).singleElement().isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("contacts/taken");
            assertThat(problem.arguments()).containsEntry("by", "Noor");
        });
        assertThat(contacts.contactOf(received.contact()).assignedTo()).isIn(noor.user(), sem.user());
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsRefusedAndKeepsTheDraft() throws Exception {
        Received received = work.aLetter(brand).arrives();
        contacts.saveDraft(noor, received.conversation(), new Draft("reply", "Mijn concept", 1));
        contacts.saveDraft(sem, received.conversation(), new Draft("reply", "Mijn concept", 1));
        List<Throwable> refused = atOnce(
                () -> work.answer(noor, received.conversation(), 1),
                () -> work.answer(sem, received.conversation(), 1));
        assertThat(refused).singleElement().isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.code()).isEqualTo("contacts/answered-meanwhile"));
        int kept = contacts.drafts(noor, received.conversation()).size() + contacts.drafts(sem, received.conversation()).size();
        assertThat(kept).isEqualTo(1);
        assertThat(contacts.messages(noor, received.conversation(), 0, 50)).hasSize(2);
    }

    @Test
    void aNewerMessageOfTheCustomerWarnsInMailAndNeverBlocksInChat() {
        var mail = work.aLetter(brand);
        Received first = mail.arrives();
        mail.saying("Laat maar, gevonden").arrives();
        assertThatThrownBy(() -> work.answer(noor, first.conversation(), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("contacts/customer-wrote-meanwhile"));
        var confirmed = new Reply("Toch even dit", List.of(), 1, UUID.randomUUID().toString(), true);
        assertThat(contacts.reply(noor, first.conversation(), confirmed).seq()).isEqualTo(3);
        var chat = work.aLetter(brand).byChat();
        Received chatted = chat.arrives();
        chat.saying("Hallo?").arrives();
        assertThat(work.answer(noor, chatted.conversation(), 1).seq()).isEqualTo(3);
    }

    @Test
    void sendingTheSameReplyTwiceIsOneMessage() {
        Received received = work.aLetter(brand).arrives();
        var reply = new Reply("Onderweg", List.of(), 1, "key-1", false);
        assertThat(contacts.reply(noor, received.conversation(), reply))
                .isEqualTo(contacts.reply(noor, received.conversation(), reply));
    }

    @Test
    void anAnswerKeepsThePromiseAndSpamWithdrawsIt() {
        Received answered = work.aLetter(brand).arrives();
        assertThat(contacts.answerPromise(answered.contact())).map(PromiseView::state).contains("open");
        work.answer(noor, answered.conversation(), 1);
        assertThat(contacts.answerPromise(answered.contact())).isEmpty();
        assertThat(contacts.promises(answered.caseId())).extracting(PromiseView::state).containsExactly("kept");
    }

    @Test
    void whatEndsWithoutAnAnswerKeptNoPromise() {
        Received received = work.aLetter(brand).arrives();
        contacts.take(noor, received.contact());
        work.wrapUp(noor, received.contact(), work.aReason(brand), CaseState.SOLVED);
        assertThat(contacts.promises(received.caseId())).extracting(PromiseView::state).containsExactly("withdrawn");
    }

    @Test
    void wrapUpWantsAReasonAndAResult() {
        Received received = work.aLetter(brand).arrives();
        contacts.take(noor, received.contact());
        assertThatThrownBy(() -> work.wrapUp(noor, received.contact(), null, CaseState.SOLVED))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("reason", "required"));
        assertThat(contacts.contactOf(received.contact()).state()).isEqualTo("assigned");
    }

    @Test
    void whatBelongsToAnotherBrandDoesNotExist() {
        Received received = work.aLetter(brand).arrives();
        Access stranger = work.anAgent(work.aBrand());
        assertThatThrownBy(() -> contacts.conversation(stranger, received.conversation()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> work.answer(stranger, received.conversation(), 1))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aTransferToAPersonIsRecordedWithItsNote() {
        Received received = work.aLetter(brand).arrives();
        contacts.take(noor, received.contact());
        contacts.transfer(noor, received.contact(), Handed.to(null, sem.user(), "Weet jij dit?"));
        assertThat(contacts.contactOf(received.contact()).state()).as("he is not there").isEqualTo("waiting");
        String name = people.user(sem.user()).orElseThrow().name();
        assertThat(contacts.messages(sem, received.conversation(), 0, 50))
                .extracting(MessageView::direction, MessageView::text)
                .endsWith(tuple("event", "transferred.person " + name), tuple("note", "Weet jij dit?"));
    }

    @Test
    void deliveryOnlyMovesForward() {
        assertThat(Deliveries.isForward(Delivery.SENT, Delivery.QUEUED)).isFalse();
        assertThat(Deliveries.isForward(Delivery.SENT, Delivery.DELAYED)).isTrue();
        assertThat(Deliveries.isForward(Delivery.BOUNCED, Delivery.DELIVERED)).isFalse();
        assertThat(Deliveries.isForward(Delivery.DELIVERED, Delivery.READ)).isTrue();
    }

    private Void take(Access access, Received received) {
        contacts.take(access, received.contact());
        return null;
    }
}
