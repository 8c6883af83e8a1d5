package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was promised by rule stays promised when a contact ends without an answer, and brings the case back in time. */
@HartslagTest
@Import(Work.class)
class PressingTest {
    @Autowired Contacts contacts;
    @Autowired PromiseRules rules;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Received letter;

    @BeforeEach
    void aLetterForWhichAnAnswerIsPromised() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        rules.add(Accesses.administrator(brand), new NewRule(
                new For(brand, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Terms(Optional.of(Duration.ofHours(4)), Optional.empty(), Optional.of(Duration.ofHours(8)), Optional.empty(), Optional.empty(), Optional.empty())));
        letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
    }

    @Test
    void whatIsKeptOpenWithoutAWordComesBackWhenItsAnswerIsDue() {
        work.keepOpen(noor, letter, reason, clock.instant().plus(Duration.ofDays(5)));
        assertThat(of("answer")).extracting(PromiseView::state).containsExactly("open");
        clock.advance(Duration.ofHours(4));
        eventually(() -> back().isPresent());
        contacts.take(noor, back().get());
        assertThat(of("answer")).singleElement().satisfies(promise -> {
            assertThat(promise.state()).isEqualTo("late");
            assertThat(promise.contact()).isEqualTo(back().get());
        });
        work.answer(noor, letter.conversation(), letter.seq());
        assertThat(of("answer")).extracting(PromiseView::state).containsExactly("kept_late");
    }

    @Test
    void whoeverWritesAgainWhileHisAnswerIsToComeWaitsForOneAnswer() {
        Work.Letter letters = work.aLetter(brand);
        letter = letters.arrives();
        contacts.take(noor, letter.contact());
        work.keepOpen(noor, letter, reason, clock.instant().plus(Duration.ofDays(5)));
        PromiseView before = of("answer").getFirst();
        clock.advance(Duration.ofHours(1));
        Received again = letters.saying("En?").arrives();
        assertThat(of("answer")).singleElement().satisfies(promise -> {
            assertThat(promise.contact()).isEqualTo(again.contact());
            assertThat(promise.dueAt()).isEqualTo(before.dueAt());
        });
    }

    @Test
    void whatIsAnsweredAndKeptOpenComesBackWhenItsSolutionIsDue() {
        work.answer(noor, letter.conversation(), letter.seq());
        work.keepOpen(noor, letter, reason, clock.instant().plus(Duration.ofDays(5)));
        clock.advance(Duration.ofHours(8));
        eventually(() -> back().isPresent());
        assertThat(of("solution")).extracting(PromiseView::state).containsExactly("late");
    }

    @Test
    void whatWaitsForTheCustomerOrNeedsNoAnswerDoesNotComeBack() {
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        assertThat(of("answer")).extracting(PromiseView::state).containsExactly("withdrawn");
        clock.advance(Duration.ofHours(9));
        Received sign = work.aLetter(brand).arrives();
        clock.advance(Duration.ofHours(4));
        eventually(() -> contacts.promises(sign.caseId()).stream().anyMatch(one -> one.state().equals("late")));
        assertThat(back()).isEmpty();
    }

    @Test
    void whatTheCustomerWasToldIsStillToComeWhileWeWaitForHim() {
        contacts.promisesTold(List.of(letter.contact()));
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        assertThat(of("answer")).extracting(PromiseView::state).containsExactly("open");
        clock.advance(Duration.ofHours(4));
        eventually(() -> back().isPresent());
    }

    @Test
    void whatIsSolvedUnansweredAfterItsMomentIsBroken() {
        work.keepOpen(noor, letter, reason, clock.instant().plus(Duration.ofDays(5)));
        clock.advance(Duration.ofHours(5));
        eventually(() -> back().isPresent());
        contacts.take(noor, back().get());
        work.wrapUp(noor, back().get(), reason, CaseState.SOLVED);
        assertThat(of("answer")).extracting(PromiseView::state).containsExactly("broken");
    }

    private List<PromiseView> of(String kind) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private Optional<ContactId> back() {
        return contacts.conversation(noor, letter.conversation()).contact().filter(contact -> !contact.equals(letter.contact()));
    }
}
