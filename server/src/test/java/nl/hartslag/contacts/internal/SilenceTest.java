package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Silence;
import nl.hartslag.contacts.Silence.Figures;
import nl.hartslag.contacts.Silence.Obstacle;
import nl.hartslag.contacts.Silence.Stage;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Time goes by here only forward, and the timers of the application fire as well: whoever comes second finds nothing to do. */
@HartslagTest
@Import({Work.class, SilentWorld.class})
class SilenceTest {
    @Autowired Silence silence;
    @Autowired PlannedAnswers planned;
    @Autowired SilentWorld world;
    @Autowired Work work;
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired GivenPromises promises;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Work.Letter letter;
    private Received asked;

    @BeforeEach
    void aCustomerWhoDoesNotAnswer() {
        brand = world.aBrandThatMails();
        world.on(brand);
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        letter = work.aLetter(brand);
        asked = world.asked(noor, letter, reason);
    }

    @Test
    void remindsOnceAndSolvesOnTheDayThatWasTold() {
        assertThat(world.of(asked).stage()).isEqualTo(Stage.WAITS);
        world.days(4);
        world.look(asked);
        assertThat(world.written(noor, asked)).isEmpty();

        world.days(1);
        world.look(asked);
        world.look(asked);
        world.left(noor, asked);
        assertThat(world.written(noor, asked)).singleElement().asString().startsWith("Beste Klant,").contains("Pakje");
        assertThat(world.of(asked).stage()).isEqualTo(Stage.REMINDED);
        assertThat(world.of(asked).solveAt()).isAfter(clock.instant().plus(Duration.ofDays(6)));
        assertThat(happened()).anyMatch(line -> line.startsWith("silence.reminded 20"));

        world.days(6);
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        world.days(1);
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.SOLVED);
        assertThat(world.of(asked).stage()).isEqualTo(Stage.SOLVED);
        assertThat(world.written(noor, asked)).hasSize(2);
        assertThat(happened()).contains("silence.solved");
    }

    @Test
    void isRemindedByWhenAnAnswerLeftThatWasPlannedWhileHeWaited() {
        Instant before = world.of(asked).remindAt();
        int seen = contacts.conversation(noor, asked.conversation()).lastSeq();
        planned.plan(noor, asked.conversation(), new Reply("We weten het nu", List.of(), seen, "later", false), clock.instant().plus(Duration.ofDays(4)), null);
        world.days(5);
        eventually(() -> planned.of(noor, asked.conversation()).isEmpty());
        assertThat(world.of(asked).remindAt()).isAfter(before.plus(Duration.ofDays(3)));
    }

    @RepeatedTest(3)
    void isRemindedAndSolvedOnceHoweverManyNodesLook() throws Exception {
        world.days(5);
        assertThat(atOnce(world.looks(asked), world.looks(asked))).isEmpty();
        assertThat(world.written(noor, asked)).hasSize(1);
        world.left(noor, asked);
        world.days(7);
        assertThat(atOnce(world.looks(asked), world.looks(asked))).isEmpty();
        assertThat(world.written(noor, asked)).hasSize(2);
        assertThat(happened()).containsOnlyOnce("silence.solved");
    }

    /** Either the mail was first and nothing is solved, or it opens the case again; it never waits for nobody. */
    @RepeatedTest(5)
    void whatTheCustomerWritesInThatMomentCounts() throws Exception {
        world.reminded(noor, asked);
        world.days(7);
        letter.saying("Nee, hij doet het nog steeds niet");
        assertThat(atOnce(() -> letter.arrives(), world.looks(asked))).isEmpty();
        assertThat(world.state(asked)).isEqualTo(CaseState.OPEN);
        assertThat(contacts.conversation(noor, asked.conversation()).contact()).isPresent();
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void isNeverDoneOverAPromise() {
        PromiseId promise = promises.give(noor, asked.conversation(), new NewPromise(Act.CALL_BACK, "Ik bel", null, clock.instant().plus(Duration.ofDays(60)), null, "k"));
        world.days(5);
        world.look(asked);
        assertThat(world.written(noor, asked)).isEmpty();
        assertThat(world.of(asked).obstacle()).isEqualTo(Obstacle.PROMISE);
        promises.settle(noor, promise, Outcome.KEPT, null);
        world.days(1);
        world.look(asked);
        assertThat(world.written(noor, asked)).hasSize(1);
    }

    @Test
    void isNeverDoneOverWorkInHandAndTheDaysBeginAnewAfterIt() {
        world.days(3);
        work.answer(noor, asked.conversation(), 100);
        world.days(3);
        world.look(asked);
        assertThat(world.of(asked).obstacle()).isEqualTo(Obstacle.IN_HAND);
        work.wrapUp(noor, contacts.conversation(noor, asked.conversation()).contact().orElseThrow(), reason, CaseState.WAITING_FOR_CUSTOMER);
        world.days(4);
        world.look(asked);
        assertThat(world.written(noor, asked)).isEmpty();
        world.days(1);
        world.look(asked);
        assertThat(world.written(noor, asked)).hasSize(1);
    }

    @Test
    void nothingIsSolvedThatCouldNotBeAnnounced() {
        world.reminded(noor, asked);
        db.update(MESSAGE).set(MESSAGE.DELIVERY, "bounced").where(MESSAGE.CONVERSATION_ID.eq(asked.conversation().value())).and(MESSAGE.PURPOSE.eq("notice")).execute();
        world.days(8);
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(world.of(asked).obstacle()).isEqualTo(Obstacle.NOT_DELIVERED);

        BrandId mute = work.aBrand();
        world.on(mute);
        Access sem = work.anAgent(mute);
        Received unreachable = world.asked(sem, work.aLetter(mute), work.aReason(mute));
        world.days(20);
        world.look(unreachable);
        assertThat(world.of(unreachable).obstacle()).isEqualTo(Obstacle.NO_ADDRESS);
        assertThat(world.written(sem, unreachable)).isEmpty();
    }

    @Test
    void thanksGiveMoreTimeAndNoSecondReminderAndAnAutomaticAnswerIsNone() {
        world.reminded(noor, asked);
        letter.saying("Ik ben er niet").automatic().arrives();
        world.days(7);
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.SOLVED);

        Work.Letter polite = work.aLetter(brand);
        Received other = world.asked(noor, polite, reason);
        world.reminded(noor, other);
        world.days(4);
        polite.saying("Bedankt!").arrives();
        world.days(4);
        world.look(other);
        assertThat(world.state(other)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        world.days(3);
        world.look(other);
        assertThat(world.state(other)).isEqualTo(CaseState.SOLVED);
        assertThat(world.written(noor, other)).hasSize(2);
    }

    @Test
    void whoWasRemindedIsNotRemindedAgainWhenCasesAreJoinedAndParted() {
        world.days(2);
        Received second = world.asked(noor, work.aLetter(brand), reason);
        world.days(3);
        world.look(asked);
        world.left(noor, asked);
        var change = cases.merge(noor, asked.caseId(), new Joining(second.caseId(), null, "k"));
        assertThat(world.of(second).stage()).isEqualTo(Stage.REMINDED);
        cases.undo(noor, change);
        assertThat(world.of(asked).stage()).isEqualTo(Stage.REMINDED);
        cases.merge(noor, asked.caseId(), new Joining(second.caseId(), null, "k2"));
        world.days(12);
        world.look(second);
        assertThat(world.state(second)).isEqualTo(CaseState.SOLVED);
        assertThat(world.written(noor, asked).size() + world.written(noor, second).size()).as("one reminder and one closing message").isEqualTo(2);
        assertThat(silence.figures(world.admin(brand), brand)).isEqualTo(new Figures(1, 0, 1, 0));
    }

    @Test
    void nothingIsWrittenInWhatWasErased() {
        db.execute("update contacts.conversation set erased_at = now() where id = ?", asked.conversation().value());
        world.days(30);
        world.look(asked);
        assertThat(world.state(asked)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(world.of(asked)).isNull();
        assertThat(world.written(noor, asked)).isEmpty();
    }

    @Test
    void aCaseThatIsLeftOpenWaitsForAsLongAsItTakes() {
        silence.leaveOpen(noor, asked.caseId(), true);
        silence.leaveOpen(noor, asked.caseId(), true);
        world.days(30);
        world.look(asked);
        assertThat(world.written(noor, asked)).isEmpty();
        assertThat(world.of(asked).leftOpenBy()).isEqualTo("Noor");
        silence.leaveOpen(noor, asked.caseId(), false);
        world.look(asked);
        assertThat(world.written(noor, asked)).as("what came due meanwhile is not made up for at once").isEmpty();
        world.reminded(noor, asked);
        assertThat(world.written(noor, asked)).hasSize(1);
        assertThat(happened()).contains("silence.left-open", "silence.resumed");
        letter.saying("Ja hoor, het werkt").arrives();
        assertThatThrownBy(() -> silence.leaveOpen(noor, asked.caseId(), true)).hasMessage("silence/not-waiting");
    }

    @Test
    void countsWhoAnsweredAndWhatCameBack() {
        Work.Letter answers = work.aLetter(brand);
        Received answered = world.asked(noor, answers, reason);
        world.reminded(noor, asked);
        world.reminded(noor, answered);
        answers.saying("Ja, graag").arrives();
        world.days(7);
        world.look(asked);
        letter.saying("Het is toch niet opgelost").arrives();
        assertThat(world.state(asked)).isEqualTo(CaseState.OPEN);
        assertThat(silence.figures(world.admin(brand), brand)).isEqualTo(new Figures(2, 2, 1, 1));
    }

    private List<String> happened() {
        return contacts.messages(noor, asked.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }
}
