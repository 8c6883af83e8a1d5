package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.contacts.Consults.CustomerAnswer;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.PlannedAnswers.PlannedAnswer;
import nl.hartslag.contacts.PlannedAnswers.Why;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.UploadId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever waits for an answer that leaves later is not forgotten, however its case goes on. */
class AnswersStillToLeaveTest extends ConsultJourney {
    @Autowired PlannedAnswers planned;
    @Autowired AnswersLeaving leaving;
    @Autowired Pressing pressing;
    @Autowired Cases cases;
    private Access sem;

    @BeforeEach
    void aColleague() {
        sem = work.anAgent(brand);
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void inACaseThatIsSolvedAlreadyItLeavesAsAnyAnswer() {
        work.answer(noor, letter.conversation(), 1);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        clock.advance(Duration.ofMinutes(1));
        PlannedAnswer answer = plan(noor, "Nog een tip");
        fire(answer);
        assertThat(said("out")).contains("Nog een tip");
        assertThat(state()).isEqualTo(CaseState.SOLVED);
    }

    @Test
    void whatIsTakenBackOnceNobodyHasTheContactComesBack() {
        PlannedAnswer answer = plan(noor, "Morgen weten we het");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        planned.takeBack(sem, answer.id(), false);
        ContactView back = contacts.contactOf(contacts.conversation(sem, letter.conversation()).contact().orElseThrow());
        assertThat(back.id()).isNotEqualTo(letter.contact());
        assertThat(back.state()).isNotEqualTo("ended");
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(said("event")).contains("answer-taken-back");
    }

    @Test
    void whatIsTakenBackStandsBeforeWhatOneWritesByNow_onceAndOnlyWhenItIsWanted() {
        contacts.saveDraft(noor, letter.conversation(), new Draft("reply", "Eerst", 1));
        PlannedAnswer answer = plan(noor, "Morgen weten we het");
        contacts.saveDraft(noor, letter.conversation(), new Draft("reply", "Nog iets", 1));
        planned.takeBack(noor, answer.id(), false);
        planned.takeBack(noor, answer.id(), false);
        assertThat(contacts.drafts(noor, letter.conversation())).extracting(Draft::text).containsExactly("Morgen weten we het\n\nNog iets");
        PlannedAnswer other = plan(noor, "Toch maar niet");
        planned.takeBack(noor, other.id(), true);
        assertThat(contacts.drafts(noor, letter.conversation())).isEmpty();
        planned.takeBack(noor, other.id(), false);
        assertThat(contacts.drafts(noor, letter.conversation())).extracting(Draft::text).containsExactly("Toch maar niet");
    }

    @Test
    void noDepartmentSolvesTheCaseBeforeIt() {
        Received other = work.aLetter(brand).arrives();
        cases.merge(noor, other.caseId(), new Joining(letter.caseId(), null, key()));
        contacts.take(noor, other.contact());
        plan(noor, other, "Morgen weten we het");
        work.wrapUp(noor, other.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        ConsultId asked = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Help hem", false, key(), null, null, true));
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        refused("contacts/answer-planned", () -> consults.answerCustomer(finn, asked, new CustomerAnswer("Klaar", lastSeq(letter), key(), true)));
        assertThat(said("out")).isEmpty();
        assertThat(consults.answerCustomer(finn, asked, new CustomerAnswer("Klaar", lastSeq(letter), key(), false))).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void aCaseOfWhatIsTakenOutWaitsForItsCustomerUntilItLeft() {
        Received other = work.aLetter(brand).arrives();
        cases.merge(noor, other.caseId(), new Joining(letter.caseId(), null, key()));
        contacts.take(noor, other.contact());
        PlannedAnswer answer = plan(noor, other, "Morgen weten we het");
        work.wrapUp(noor, other.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        cases.takeOut(noor, letter.caseId(), new TakingOut(List.of(other.contact()), Optional.empty(), "Apart", null, null, key()));
        CaseId apart = contacts.conversation(noor, other.conversation()).caseId();
        assertThat(contacts.caseOf(apart).state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        fire(answer);
        assertThat(contacts.messages(noor, other.conversation(), 0, 100)).extracting(MessageView::text).contains("Morgen weten we het");
    }

    @Test
    void whatStaysBehindIsNotSolvedBeforeIt() {
        Received other = work.aLetter(brand).arrives();
        cases.merge(noor, other.caseId(), new Joining(letter.caseId(), null, key()));
        plan(noor, "Morgen weten we het");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        TakingOut solving = new TakingOut(List.of(other.contact()), Optional.empty(), "Apart", CaseState.SOLVED, null, key());
        refused("contacts/answer-planned", () -> cases.takeOut(noor, letter.caseId(), solving));
    }

    @Test
    void filesAloneLeaveToo() {
        UploadId file = contacts.upload(noor.user().toString(), brand, "bon.pdf", "een bon".getBytes());
        PlannedAnswer answer = planned.plan(noor, letter.conversation(), new Reply("", List.of(file), lastSeq(letter), key(), false), later(), null).planned();
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        fire(answer);
        assertThat(contacts.messages(noor, letter.conversation(), 0, 100)).filteredOn(one -> one.direction().equals("out"))
                .singleElement().satisfies(one -> assertThat(one.attachments()).hasSize(1));
    }

    @Test
    void theAnswerThatWasPromisedIsStillToCome_andKeptWhenItLeft() {
        PlannedAnswer answer = planned.plan(noor, letter.conversation(), new Reply("Zo", List.of(), lastSeq(letter), key(), false), clock.instant().plusSeconds(60), null).planned();
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        assertThat(contacts.answerPromise(letter.contact())).get().extracting(one -> one.state()).isEqualTo("open");
        clock.advance(Duration.ofSeconds(61));
        fire(answer);
        assertThat(contacts.promises(letter.caseId())).filteredOn(one -> one.kind().equals("answer")).singleElement().extracting(one -> one.state()).isEqualTo("kept");
    }

    @Test
    void whoHasTheContactByThenSendsItNow_whoHasNotReadsWhoHasIt() {
        PlannedAnswer answer = plan(noor, "Morgen weten we het");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        var mine = contacts.pickUp(sem, letter.conversation());
        refused("contacts/taken", () -> planned.sendNow(noor, answer.id()));
        planned.sendNow(sem, answer.id());
        assertThat(said("out")).containsExactly("Morgen weten we het");
        assertThat(contacts.contactOf(mine).assignedTo()).isEqualTo(sem.user());
    }

    @Test
    void whatIsStoppedInASolvedCaseIsSomebodysWork() {
        work.answer(noor, letter.conversation(), 1);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        clock.advance(Duration.ofMinutes(1));
        PlannedAnswer answer = plan(noor, "Nog een tip");
        shopper.saying("Dank je wel").arrives();
        assertThat(planned.of(noor, letter.conversation())).singleElement().extracting(PlannedAnswer::why).isEqualTo(Why.CUSTOMER_WROTE);
        assertThat(contacts.contactOf(contacts.conversation(noor, letter.conversation()).contact().orElseThrow()).state()).isNotEqualTo("ended");
        fire(answer);
        assertThat(said("out")).doesNotContain("Nog een tip");
    }

    @Test
    void thePromiseThatItIsToKeepBringsNothingBackBefore_itDoesWhenItIsTakenBack() {
        PlannedAnswer answer = plan(noor, "Morgen weten we het");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        presses();
        assertThat(state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
        planned.takeBack(noor, answer.id(), true);
        assertThat(state()).isEqualTo(CaseState.OPEN);
    }

    /** As when what is nearly due alarms. */
    private void presses() {
        UUID promise = contacts.answerPromise(letter.contact()).orElseThrow().id().value();
        transactions.executeWithoutResult(status -> pressing.fire(new DueTimer(Pressing.TIMER, promise.toString(), clock.instant(),
                Map.of("promise", promise.toString(), "conversation", letter.conversation().toString()))));
    }

    @Test
    void whatIsTakenOutAndBroughtBackWaitsForItsCustomerAsBefore() {
        Received other = work.aLetter(brand).arrives();
        cases.merge(noor, other.caseId(), new Joining(letter.caseId(), null, key()));
        plan(noor, "Morgen weten we het");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        contacts.take(noor, other.contact());
        work.answer(noor, other.conversation(), 1);
        work.wrapUp(noor, other.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        var change = cases.takeOut(noor, letter.caseId(), new TakingOut(List.of(letter.contact()), Optional.empty(), "Apart", null, null, key()));
        cases.undo(noor, change);
        assertThat(state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void aSolvedCaseThatGetsItWaitsUntilItLeft() {
        Received other = work.aLetter(brand).arrives();
        Received third = work.aLetter(brand).arrives();
        cases.merge(noor, third.caseId(), new Joining(other.caseId(), null, key()));
        contacts.take(noor, other.contact());
        work.answer(noor, other.conversation(), 1);
        plan(noor, other, "Morgen weten we het");
        work.wrapUp(noor, other.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        work.answer(noor, letter.conversation(), 1);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        cases.takeOut(noor, other.caseId(), new TakingOut(List.of(other.contact()), Optional.of(letter.caseId()), null, null, null, key()));
        assertThat(state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void wordsThatOnlyBeginAsWhatComesBackAreNoReasonToLoseIt() {
        PlannedAnswer answer = plan(noor, "Dank");
        contacts.saveDraft(noor, letter.conversation(), new Draft("reply", "Dankzij uw foto", 1));
        planned.takeBack(noor, answer.id(), false);
        assertThat(contacts.drafts(noor, letter.conversation())).extracting(Draft::text).containsExactly("Dank\n\nDankzij uw foto");
    }

    private PlannedAnswer plan(Access who, String words) {
        return plan(who, letter, words);
    }

    private PlannedAnswer plan(Access who, Received to, String words) {
        return planned.plan(who, to.conversation(), new Reply(words, List.of(), lastSeq(to), key(), false), later(), null).planned();
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(2));
    }

    private int lastSeq(Received in) {
        return contacts.conversation(noor, in.conversation()).lastSeq();
    }

    private CaseState state() {
        return contacts.caseOf(letter.caseId()).state();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void fire(PlannedAnswer answer) {
        transactions.executeWithoutResult(status -> leaving.fire(new DueTimer("contacts.planned-answer", answer.id().toString(), answer.sendAt(),
                Map.of("conversation", answer.conversation().toString()))));
    }
}
