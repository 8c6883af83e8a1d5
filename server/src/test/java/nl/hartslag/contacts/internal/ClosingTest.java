package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
@Import(Work.class)
class ClosingTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired Returns returns;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    @Autowired DSLContext db;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Work.Letter letter;

    @BeforeEach
    void anAgentAndSomeoneWhoWrites() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        letter = work.aLetter(brand);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aContactIsNotClosedOverAMessageNobodySaw(boolean chat) {
        if (chat) letter.byChat();
        Received first = taken();
        Received second = letter.saying("En het lampje knippert").arrives();
        refused("contacts/customer-wrote-meanwhile", () -> work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq()));
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("assigned");
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, second.seq());
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("ended");
    }

    @Test
    void whatIsSentByItselfHoldsUpNothing() {
        Received first = taken();
        letter.saying("Ik ben er niet tot maandag").automatic().arrives();
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq());
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("ended");
    }

    @Test
    void aPromiseThatNobodyAnsweredIsNotKept() {
        Received first = taken();
        work.answer(noor, first.conversation(), first.seq());
        Received second = letter.saying("En het lampje knippert").arrives();
        work.wrapUp(noor, second.contact(), reason, CaseState.SOLVED, second.seq());
        assertThat(contacts.promises(first.caseId())).extracting(PromiseView::state).containsExactly("kept", "withdrawn");
    }

    @Test
    void aPromiseThatWentByUnansweredIsBrokenUnlessItWasSpam() {
        Received late = taken();
        clock.advance(Duration.ofDays(7));
        work.wrapUp(noor, late.contact(), reason, CaseState.SOLVED, late.seq());
        assertThat(contacts.promises(late.caseId()).getFirst().state()).isEqualTo("broken");
        letter = work.aLetter(brand);
        Received spam = taken();
        clock.advance(Duration.ofDays(7));
        contacts.wrapUp(noor, spam.contact(), new WrapUp(CaseState.SOLVED, new Registration(null, null, Result.SPAM), spam.seq(), null));
        assertThat(contacts.promises(spam.caseId()).getFirst().state()).isEqualTo("withdrawn");
    }

    @Test
    void theSameWrapUpTwiceIsOneAndAnotherIsRefused() {
        Received first = taken();
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED);
        var ended = contacts.contactOf(first.contact());
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, 0);
        assertThat(contacts.contactOf(first.contact())).isEqualTo(ended);
        refused("contacts/already-closed", () -> work.wrapUp(noor, first.contact(), reason, CaseState.WAITING_FOR_CUSTOMER, 1));
        Access sem = work.anAgent(brand);
        refused("contacts/already-closed", () -> work.wrapUp(sem, first.contact(), reason, CaseState.SOLVED, 1));
    }

    /** Either the message was first and the wrap-up is refused, or it opens a contact of its own. */
    @RepeatedTest(5)
    void aMessageInTheSameMomentWaitsForSomeone() throws Exception {
        Received first = taken();
        letter.saying("Nog iets");
        List<Throwable> refused = atOnce(
                () -> letter.arrives(),
                () -> {
                    work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq());
                    return null;
                });
        assertThat(refused).allSatisfy(each -> assertThat(each).hasMessage("contacts/customer-wrote-meanwhile"));
        boolean ended = contacts.contactOf(first.contact()).state().equals("ended");
        assertThat(ended).isEqualTo(refused.isEmpty());
        var last = contacts.conversation(noor, first.conversation()).contact().orElseThrow();
        assertThat(contacts.contactOf(last).waitingSince()).isNotNull();
    }

    /** Whoever writes holds the conversation and then the contact; a transfer does so in the same order. */
    @RepeatedTest(5)
    void aMessageAndATransferInTheSameMomentBothHappen() throws Exception {
        Access sem = work.anAgent(brand);
        Received first = taken();
        letter.saying("Nog iets");
        assertThat(atOnce(
                        () -> letter.arrives(),
                        () -> {
                            contacts.transfer(noor, first.contact(), Handed.to(null, sem.user(), "Weet jij dit?"));
                            return null;
                        }))
                .isEmpty();
        assertThat(contacts.messages(noor, first.conversation(), 0, 10)).hasSize(4);
    }

    @Test
    void aCaseIsNotKeptOpenWithoutAMomentToComeBack() {
        Received first = taken();
        wrong("required", () -> work.keepOpen(noor, first, reason, null));
        wrong("past", () -> work.keepOpen(noor, first, reason, clock.instant()));
        wrong("days-at-most", () -> work.keepOpen(noor, first, reason, clock.instant().plus(Duration.ofDays(400))));
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("assigned");
    }

    @RepeatedTest(3)
    void aCaseComesBackOnceAtTheMomentThatWasChosen() throws Exception {
        Received first = taken();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        work.keepOpen(noor, first, reason, tomorrow);
        assertThat(contacts.contactOf(first.contact()).comesBackAt()).isEqualTo(tomorrow);
        assertThat(dueAt(first)).isEqualTo(tomorrow);

        assertThat(atOnce(fires(first), fires(first))).isEmpty();

        var back = contacts.contactOf(openContact(first));
        assertThat(back.id()).isNotEqualTo(first.contact());
        assertThat(back.caseId()).isEqualTo(first.caseId());
        assertThat(back.kind()).isEqualTo("follow_up");
        assertThat(back.reason()).isEqualTo(reason);
        assertThat(contacts.contactOf(first.contact()).comesBackAt()).isNull();
        assertThat(contacts.caseOf(first.caseId()).contacts()).as("the customer came once").isEqualTo(1);
        assertThat(contacts.messages(noor, first.conversation(), 0, 10)).extracting(MessageView::text).containsOnlyOnce("came-back");
        fires(first).call();
        assertThat(openContact(first)).isEqualTo(back.id());
    }

    @RepeatedTest(3)
    void whatTheCustomerWritesInThatMomentBringsItBackInstead() throws Exception {
        Received first = taken();
        work.keepOpen(noor, first, reason, clock.instant().plus(Duration.ofDays(1)));
        letter.saying("Is er al nieuws?");
        assertThat(atOnce(() -> letter.arrives(), fires(first))).isEmpty();
        assertThat(contacts.contactOf(first.contact()).comesBackAt()).isNull();
        assertThat(contacts.contactOf(openContact(first)).waitingSince()).isNotNull();
        var customer = contacts.contactOf(first.contact()).customer();
        assertThat(contacts.history(noor, customer, null, 10).items()).hasSize(2);
        var newest = contacts.history(noor, customer, null, 1);
        var oldest = contacts.history(noor, customer, newest.next(), 1);
        assertThat(newest.items()).hasSize(1);
        assertThat(oldest.items()).hasSize(1).doesNotContainAnyElementsOf(newest.items());
        assertThat(oldest.next()).isNull();
    }

    @Test
    void anAnswerBeforehandBringsItBackToo() {
        Received first = taken();
        work.keepOpen(noor, first, reason, clock.instant().plus(Duration.ofDays(1)));
        work.answer(noor, first.conversation(), first.seq());
        assertThat(contacts.contactOf(first.contact()).comesBackAt()).isNull();
        assertThat(contacts.contactOf(openContact(first)).kind()).isEqualTo("outbound");
    }

    private ContactId openContact(Received received) {
        return contacts.conversation(noor, received.conversation()).contact().orElseThrow();
    }

    private Instant dueAt(Received received) {
        return db.fetchOne("select due_at from platform.timer where kind = 'contacts.comes-back' and key = {0}",
                DSL.val(received.contact().toString())).get(0, Instant.class);
    }

    /** As a node does that finds the timer due. */
    private Callable<Void> fires(Received received) {
        var timer = new TimerHandler.DueTimer("contacts.comes-back", received.contact().toString(), clock.instant(),
                Map.of("conversation", received.conversation().toString()));
        return () -> {
            transactions.executeWithoutResult(_ -> returns.fire(timer));
            return null;
        };
    }

    private static void wrong(String why, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(
                Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("comesBackAt", why));
    }

    private Received taken() {
        Received received = letter.arrives();
        contacts.take(noor, received.contact());
        return received;
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
