package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.GivenPromise;
import nl.hartslag.contacts.GivenPromises.KeptInTime;
import nl.hartslag.contacts.GivenPromises.NewMoment;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.GivenPromises.PromiseFilter;
import nl.hartslag.contacts.GivenPromises.Shown;
import nl.hartslag.contacts.GivenPromises.Whose;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
@Import(Work.class)
class GivenPromisesTest {
    @Autowired GivenPromises promises;
    @Autowired Contacts contacts;
    @Autowired Reminders reminders;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Received letter;
    private Instant tomorrow;

    @BeforeEach
    void someoneWhoWasAnswered() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        work.answer(noor, letter.conversation(), 1);
        tomorrow = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
    }

    @Test
    void standsAtItsCaseInTheThreadAndInTheListOfItsOwner() {
        PromiseId id = give("Ik bel je morgen terug", tomorrow);
        assertThat(view(id).given().words()).isEqualTo("Ik bel je morgen terug");
        assertThat(view(id).given().ownerName()).isEqualTo("Noor");
        assertThat(happened()).contains("promise.given Ik bel je morgen terug");
        GivenPromise listed = mine(Shown.OPEN).getFirst();
        assertThat(listed).extracting(GivenPromise::id, GivenPromise::dueAt, GivenPromise::customerName, GivenPromise::mayHandle)
                .containsExactly(id, tomorrow, "Klant", true);
        assertThat(promises.counts(noor)).isEqualTo(new GivenPromises.Counts(1, 0));
    }

    @Test
    void sentTwiceIsOnePromise() {
        NewPromise wanted = new NewPromise(Act.REFUND, "Je krijgt het terug", null, tomorrow, null, "key");
        PromiseId first = promises.give(noor, letter.conversation(), wanted);
        assertThat(promises.give(noor, letter.conversation(), wanted)).isEqualTo(first);
        assertThat(mine(Shown.OPEN)).hasSize(1);
    }

    @Test
    void refusesWhatCannotBePromisedAndSaysAtWhichField() {
        refusedAt("words", "required", () -> give(" ", tomorrow));
        refusedAt("words", "too-long", () -> give("x".repeat(501), tomorrow));
        refusedAt("due", "past", () -> give("Gisteren", clock.instant().minusSeconds(1)));
        refusedAt("due", "days-at-most", () -> give("Ooit", clock.instant().plus(Duration.ofDays(400))));
        refusedAt("due", "before-from", () -> give(Act.CALL_BACK, "Van later tot eerder", tomorrow.plusSeconds(60), tomorrow, null));
        Access stranger = work.anAgent(work.aBrand());
        refusedAt("owner", "unknown", () -> give(Act.OTHER, "Een ander doet het", null, tomorrow, stranger));
        assertThat(mine(Shown.OPEN)).isEmpty();
    }

    @Test
    void aCaseIsNotSolvedWhileSomethingIsPromised() {
        PromiseId id = give("Ik zoek het uit", tomorrow);
        refused("contacts/promise-open", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED));
        promises.settle(noor, id, Outcome.KEPT, null);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
    }

    @Test
    void anOpenCaseComesBackInTimeForItsOwnerWithoutAnotherMoment() {
        PromiseId id = give("Ik bel je terug", tomorrow);
        keepOpen(null);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
        remind(id, tomorrow.minus(Duration.ofHours(1)));
        var back = contacts.contactOf(contacts.conversation(noor, letter.conversation()).contact().orElseThrow());
        assertThat(back.id()).isNotEqualTo(letter.contact());
        assertThat(back.kind()).isEqualTo("follow_up");
        assertThat(back.state()).isIn("waiting", "assigned");
        assertThat(happened()).contains("promise-due");
    }

    @Test
    void comesBackWhenItIsLateIfItsOwnerWasRemindedWhileHeHadItInHand() {
        PromiseId id = give("Ik bel je terug", tomorrow);
        remind(id, tomorrow.minus(Duration.ofHours(1)));
        keepOpen(null);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
        fallsDue(id);
        assertThat(contacts.conversation(noor, letter.conversation()).contact()).isPresent().get().isNotEqualTo(letter.contact());
        assertThat(happened()).contains("promise-late");
    }

    @Test
    void aCaseThatWaitedForItOnlyIsNotForgottenOnceItIsSettled() {
        PromiseId first = give("Ik bel je terug", tomorrow);
        PromiseId second = give("Ik stuur het na", tomorrow);
        keepOpen(null);
        promises.settle(noor, first, Outcome.KEPT, null);
        assertThat(contacts.contactOf(contacts.conversation(noor, letter.conversation()).contact().orElseThrow()).state()).isEqualTo("ended");
        promises.settle(noor, second, Outcome.WITHDRAWN, null);
        var back = contacts.contactOf(contacts.conversation(noor, letter.conversation()).contact().orElseThrow());
        assertThat(back.id()).isNotEqualTo(letter.contact());
        assertThat(back.state()).isNotEqualTo("ended");
        assertThat(happened()).contains("promise-settled");
    }

    @Test
    void onceItIsLateKeepingTheCaseOpenNeedsAMoment() {
        PromiseId id = give("Ik bel je terug", tomorrow);
        fallsDue(id);
        refusedAt("comesBackAt", "required", () -> keepOpen(null));
        keepOpen(clock.instant().plus(Duration.ofDays(1)));
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
    }

    @Test
    void whoTakesBackAnOutcomeIsRemindedAfterAllAndTheCaseIsNotSolved() {
        PromiseId id = give("Ik bel je terug", tomorrow);
        promises.settle(noor, id, Outcome.KEPT, null);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        remind(id, tomorrow.minus(Duration.ofHours(1)));
        promises.reopen(noor, id);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        fallsDue(id);
        assertThat(contacts.conversation(noor, letter.conversation()).contact()).isPresent().get().isNotEqualTo(letter.contact());
    }

    @Test
    void whatIsPromisedInASolvedCaseOpensItAgain() {
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        give("Ik kijk nog iets na", tomorrow);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aSpanThatHasBegunIsNoSpan() {
        PromiseId id = give(Act.CALL_BACK, "Morgenochtend", tomorrow, tomorrow.plus(Duration.ofHours(3)), null);
        clock.advance(Duration.ofHours(25));
        promises.move(noor, id, new NewMoment(tomorrow, tomorrow.plus(Duration.ofDays(1)), true, null));
        assertThat(view(id).given().from()).isNull();
        remind(id, tomorrow.plus(Duration.ofHours(2)));
        assertThat(happened()).doesNotContain("promise-due");
    }

    @Test
    void isRemindedOfWhileAnotherHasItInHandWithoutASecondContact() {
        PromiseId id = give("Ik bel je terug", tomorrow);
        remind(id, tomorrow.minus(Duration.ofHours(1)));
        assertThat(contacts.conversation(noor, letter.conversation()).contact()).contains(letter.contact());
    }

    @Test
    void keptAfterItsMomentIsKeptTooLateHoweverOftenItWasMoved() {
        PromiseId id = give("Vandaag nog", clock.instant().plus(Duration.ofHours(1)));
        fallsDue(id);
        assertThat(view(id).state()).isEqualTo("late");
        promises.move(noor, id, new NewMoment(null, tomorrow, true, null));
        assertThat(view(id).state()).isEqualTo("open");
        promises.settle(noor, id, Outcome.KEPT, null);
        assertThat(view(id).state()).isEqualTo("kept_late");
    }

    @Test
    void whatIsLateIsNotWithdrawnWithoutWords() {
        PromiseId soon = give("Morgen", tomorrow);
        promises.settle(noor, soon, Outcome.WITHDRAWN, null);
        PromiseId late = give("Vandaag nog", clock.instant().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofHours(2));
        refusedAt("why", "required", () -> promises.settle(noor, late, Outcome.WITHDRAWN, " "));
        promises.settle(noor, late, Outcome.WITHDRAWN, "Hij belde dat het niet meer hoeft");
        assertThat(view(late).state()).isEqualTo("withdrawn");
    }

    @Test
    void theTimersOfTheMomentBeforeItWasMovedDoNothing() {
        PromiseId id = give("Morgen", tomorrow);
        Instant before = view(id).dueAt();
        promises.move(noor, id, new NewMoment(null, tomorrow.plus(Duration.ofDays(2)), true, null));
        remind(id, before.minus(Duration.ofHours(1)));
        remind(id, before);
        assertThat(view(id).state()).isEqualTo("open");
        assertThat(happened()).contains("promise.moved-agreed Morgen").doesNotContain("promise-due");
    }

    @Test
    void whatWasNotKeptNeedsAReasonAndAnOutcomeCanBeTakenBack() {
        PromiseId id = give("Morgen", tomorrow);
        refusedAt("why", "required", () -> promises.settle(noor, id, Outcome.BROKEN, " "));
        refusedAt("why", "required", () -> promises.settle(noor, id, Outcome.BROKEN, "\u200b"));
        promises.settle(noor, id, Outcome.BROKEN, "De leverancier zweeg");
        promises.settle(noor, id, Outcome.BROKEN, "De leverancier zweeg");
        refused("promises/settled", () -> promises.settle(noor, id, Outcome.KEPT, null));
        refused("promises/settled", () -> promises.move(noor, id, new NewMoment(null, tomorrow, true, null)));
        assertThat(mine(Shown.DONE).getFirst().why()).isEqualTo("De leverancier zweeg");
        promises.reopen(noor, id);
        promises.reopen(noor, id);
        assertThat(view(id)).extracting(PromiseView::state, PromiseView::settledAt).containsExactly("open", null);
    }

    @Test
    void goesToAColleagueWhoMayHaveIt() {
        Access sem = work.anAgent(brand);
        PromiseId id = give("Morgen", tomorrow);
        assertThat(promises.receivers(noor, id)).extracting(user -> user.id()).contains(sem.user(), noor.user());
        promises.handOver(noor, id, sem.user());
        assertThat(mine(Shown.OPEN)).isEmpty();
        assertThat(promises.list(sem, new PromiseFilter(Whose.MINE, Shown.OPEN, Optional.empty(), null), null, 10).items()).hasSize(1);
        refusedAt("owner", "unknown", () -> promises.handOver(noor, id, work.anAgent(work.aBrand()).user()));
    }

    @Test
    void whoDoesNotSeeTheConversationSeesNoPromise() {
        PromiseId id = give("Morgen", tomorrow);
        Access stranger = work.anAgent(work.aBrand());
        refused("promises/not-found", () -> promises.settle(stranger, id, Outcome.KEPT, null));
        refused("contacts/not-found", () -> promises.give(stranger, letter.conversation(), new NewPromise(Act.OTHER, "Ik", null, tomorrow, null, "k")));
        assertThat(promises.list(stranger, new PromiseFilter(Whose.ALL, Shown.OPEN, Optional.empty(), null), null, 10).items()).isEmpty();
        Access evaluator = work.someone(brand, Role.EVALUATOR);
        refused("access/denied", () -> promises.settle(evaluator, id, Outcome.KEPT, null));
        assertThat(promises.list(evaluator, new PromiseFilter(Whose.ALL, Shown.OPEN, Optional.empty(), null), null, 10).items())
                .extracting(GivenPromise::mayHandle).containsExactly(false);
    }

    @Test
    void listsPageByPageAndFindsByWordsCustomerAndCase() {
        for (int day = 1; day <= 5; day++) give("Nummer " + day, tomorrow.plus(Duration.ofDays(day)));
        var filter = new PromiseFilter(Whose.ALL, Shown.OPEN, Optional.of(brand), null);
        var first = promises.list(noor, filter, null, 2);
        var second = promises.list(noor, filter, first.next(), 2);
        var third = promises.list(noor, filter, second.next(), 2);
        assertThat(List.of(first, second, third).stream().flatMap(page -> page.items().stream()).map(GivenPromise::words))
                .containsExactly("Nummer 1", "Nummer 2", "Nummer 3", "Nummer 4", "Nummer 5");
        assertThat(third.next()).isNull();
        assertThat(found("nummer 4")).containsExactly("Nummer 4");
        assertThat(found("klant")).hasSize(5);
        assertThat(found(String.valueOf(first.items().getFirst().caseNumber()))).hasSize(5);
        assertThat(found("100%")).isEmpty();
        refusedAt("cursor", "invalid", () -> promises.list(noor, filter, "elsewhere", 2));
    }

    @Test
    void theShareKeptIsAbsentBelowTenAndRightAbove() {
        Instant due = clock.instant().plus(Duration.ofMinutes(10));
        for (int i = 0; i < 9; i++) promises.settle(noor, give("Op tijd " + i, due), Outcome.KEPT, null);
        promises.settle(noor, give("Niet meer nodig", due), Outcome.WITHDRAWN, null);
        PromiseId last = give("Te laat", due);
        clock.advance(Duration.ofHours(1));
        assertThat(kept().promises()).satisfies(nine -> {
            assertThat(nine.n()).isEqualTo(10);
            assertThat(nine.share().percent()).isEqualTo(90);
        });
        promises.move(noor, last, new NewMoment(null, clock.instant().plus(Duration.ofDays(90)), true, null));
        assertThat(kept().promises().n()).as("what was late stays in the days in which it was").isEqualTo(10);
        promises.settle(noor, last, Outcome.WITHDRAWN, "Hij belde dat het niet meer hoeft");
        assertThat(kept().promises().n()).isEqualTo(9);
        assertThat(kept().promises().share()).isNull();
    }

    @RepeatedTest(3)
    void ofTwoWhoSayWhatBecameOfItOneIsFirst() throws Exception {
        Access sem = work.anAgent(brand);
        PromiseId id = give("Morgen", tomorrow);
        List<Throwable> refused = atOnce(
                () -> {
                    promises.settle(noor, id, Outcome.KEPT, null);
                    return null;
                },
                () -> {
                    promises.settle(sem, id, Outcome.WITHDRAWN, null);
                    return null;
                });
        assertThat(refused).singleElement().satisfies(each -> assertThat(each).hasMessage("promises/settled"));
    }

    private void keepOpen(Instant comesBackAt) {
        work.keepOpen(noor, new Received(letter.conversation(), letter.caseId(), letter.contact(), letter.message(),
                contacts.conversation(noor, letter.conversation()).lastSeq(), false, false), reason, comesBackAt);
    }

    private KeptInTime kept() {
        return promises.keptInTime(noor, Optional.of(brand), clock.instant().minus(Duration.ofDays(30)), clock.instant());
    }

    private List<String> found(String search) {
        return promises.list(noor, new PromiseFilter(Whose.ALL, Shown.OPEN, Optional.of(brand), search), null, 10).items().stream().map(GivenPromise::words).toList();
    }

    private List<GivenPromise> mine(Shown shown) {
        return promises.list(noor, new PromiseFilter(Whose.MINE, shown, Optional.empty(), null), null, 10).items();
    }

    private PromiseId give(String words, Instant due) {
        return give(Act.WRITE_BACK, words, null, due, null);
    }

    private PromiseId give(Act act, String words, Instant from, Instant due, Access owner) {
        return promises.give(noor, letter.conversation(),
                new NewPromise(act, words, from, due, owner == null ? null : owner.user(), UUID.randomUUID().toString()));
    }

    private PromiseView view(PromiseId id) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> happened() {
        return contacts.messages(noor, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }

    private void remind(PromiseId id, Instant at) {
        transactions.executeWithoutResult(firing -> reminders.fire(timer(id, at)));
    }

    private void fallsDue(PromiseId id) {
        Instant due = view(id).dueAt();
        clock.advance(Duration.between(clock.instant(), due).plusSeconds(1));
        remind(id, due);
    }

    private DueTimer timer(PromiseId id, Instant due) {
        return new DueTimer(reminders.kind(), "any", due, Map.of("conversation", letter.conversation().toString(), "promise", id.toString()));
    }
}
