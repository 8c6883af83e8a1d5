package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ConsultStep;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.Decision;
import nl.hartslag.contacts.Consults.Department;
import nl.hartslag.contacts.Consults.Figures;
import nl.hartslag.contacts.Consults.MoreTime;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConsultId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** By when a question is answered, what is asked back, and to whom it is passed on. */
class ConsultAgreementsTest extends ConsultJourney {
    @Test
    void aLaterTimeCountsAtOnce() {
        Instant later = in(6);
        ConsultId id = ask(later, null);
        assertThat(of(id)).satisfies(one -> {
            assertThat(one.dueAt()).isEqualTo(later);
            assertThat(one.agreement().agreed()).isEqualTo("later");
            assertThat(one.agreement().usualDueAt()).isEqualTo(one.askedAt().plus(Duration.ofHours(4)));
        });
        fire(id, in(4));
        assertThat(of(id).state()).isEqualTo("open");
        fire(id, later);
        assertThat(of(id).state()).isEqualTo("late");
    }

    @Test
    void aSoonerTimeIsAskedForAndCountsOnlyWhenTheDepartmentAcceptsIt() {
        Instant sooner = in(1);
        refusedAt("why", "required", () -> ask(sooner, " "));
        ConsultId id = ask(sooner, "De klant staat aan de balie");
        ConsultView asked = of(id);
        assertThat(asked.dueAt()).isEqualTo(asked.agreement().usualDueAt());
        assertThat(asked.agreement()).extracting("wantedAt", "wantedBy", "wantedWhy").containsExactly(sooner, "asker", "De klant staat aan de balie");
        refused("consults/changed", () -> consults.decideSooner(finn, id, yes(in(2))));
        Decision yes = yes(sooner);
        consults.decideSooner(finn, id, yes);
        consults.decideSooner(finn, id, yes);
        assertThat(of(id)).satisfies(one -> {
            assertThat(one.dueAt()).isEqualTo(sooner);
            assertThat(one.agreement().agreed()).isEqualTo("sooner");
            assertThat(one.agreement().wantedAt()).isNull();
        });
        assertThat(kinds(id)).containsExactly("sooner", "sooner_accepted");
        fire(id, sooner);
        assertThat(of(id).state()).isEqualTo("late");
    }

    @Test
    void whoLetsASoonerTimeStandIsInTimeByTheUsualOne() {
        ConsultId id = ask(in(1), "Graag snel");
        clock.advance(Duration.ofHours(3));
        consults.answer(finn, id, "Ja");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::late).containsExactly("answered", false);
        assertThat(of(id).agreement().wantedAt()).isNull();
        refused("consults/settled", () -> consults.decideSooner(finn, id, yes(in(1))));
    }

    @Test
    void refusesTimesThatCannotBe() {
        refusedAt("dueAt", "past", () -> ask(clock.instant(), "x"));
        refusedAt("dueAt", "days-at-most", () -> ask(in(24 * 367), "x"));
        ConsultId id = ask(in(1), "snel");
        clock.advance(Duration.ofHours(2));
        refused("consults/over", () -> consults.decideSooner(finn, id, yes(of(id).agreement().wantedAt())));
        refusedAt("dueAt", "not-later", () -> consults.moreTime(finn, id, new MoreTime(in(1), "Drukte", "m")));
        refusedAt("why", "required", () -> consults.moreTime(finn, id, new MoreTime(in(9), " ", "m")));
        refused("consults/not-found", () -> consults.moreTime(loes, id, new MoreTime(in(9), "Drukte", "m")));
        refused("consults/changed", () -> consults.decideMoreTime(noor, id, yes(in(9))));
        assertThatThrownBy(() -> consults.decideMoreTime(finn, id, yes(in(9)))).isInstanceOf(Problem.class);
    }

    @Test
    void moreTimeBringsTheCaseBackAndCountsOnceItIsGranted() {
        ConsultId id = ask(null, null);
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        MoreTime wanted = new MoreTime(in(8), "De bank is dicht", "m");
        consults.moreTime(finn, id, wanted);
        consults.moreTime(finn, id, wanted);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(of(id).dueAt()).isEqualTo(of(id).agreement().usualDueAt());
        consults.decideMoreTime(noor, id, yes(wanted.dueAt()));
        assertThat(of(id)).satisfies(one -> {
            assertThat(one.dueAt()).isEqualTo(wanted.dueAt());
            assertThat(one.agreement().agreed()).isEqualTo("more");
        });
        assertThat(said("event")).contains("consult.more-time Financiën", "consult.granted Financiën", "consult-more-time");
        assertThat(said("note")).endsWith("De bank is dicht");
        fire(id, in(4));
        assertThat(of(id).state()).isEqualTo("open");
        clock.advance(Duration.ofHours(7));
        consults.answer(finn, id, "Ja");
        assertThat(of(id).late()).isFalse();
    }

    @Test
    void whoHoldsToWhatWasAgreedLeavesItsTime() {
        ConsultId id = ask(null, null);
        consults.moreTime(finn, id, new MoreTime(in(8), "Drukte", "m"));
        consults.decideMoreTime(noor, id, new Decision(false, in(8), "d"));
        assertThat(kinds(id)).containsExactly("more_time", "held");
        fire(id, in(4));
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::late).containsExactly("late", true);
    }

    @Test
    void whatWasLateStaysSoWhenMoreTimeIsGrantedAfterwards() {
        ConsultId id = ask(null, null);
        fire(id, in(4));
        clock.advance(Duration.ofHours(5));
        Instant then = in(3);
        consults.moreTime(finn, id, new MoreTime(then, "Drukte", "m"));
        consults.decideMoreTime(noor, id, yes(then));
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::late, ConsultView::dueAt).containsExactly("open", true, then);
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        fire(id, then);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void theTimeOfADepartmentStandsStillWhileItWaitsForWhoAsked() {
        ConsultId id = ask(null, null);
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        clock.advance(Duration.ofHours(1));
        Words question = new Words("Welke bestelling?", "b");
        consults.askBack(finn, id, question);
        consults.askBack(finn, id, question);
        assertThat(of(id).state()).isEqualTo("returned");
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(said("event")).contains("consult.asked-back Financiën", "consult-asked-back");
        assertThat(consults.counts(finn)).isEqualTo(new Consults.Counts(0, 0));
        assertThat(consults.asked(finn, false, null, 10).items()).extracting(ConsultView::id).containsExactly(id);
        refused("consults/returned", () -> consults.moreTime(finn, id, new MoreTime(in(9), "Drukte", "m")));
        refused("consults/returned", () -> consults.pass(finn, id, new Passing(logistics, "Van jullie", false, "p")));
        clock.advance(Duration.ofHours(10));
        fire(id, clock.instant());
        assertThat(of(id).state()).isEqualTo("returned");
        Words answer = new Words("De laatste", "t");
        consults.tell(noor, id, answer);
        consults.tell(noor, id, answer);
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::late, ConsultView::dueAt).containsExactly("open", false, in(3));
        assertThat(said("note")).endsWith("Welke bestelling?", "De laatste");
        refused("consults/changed", () -> consults.tell(noor, id, new Words("Nog iets", "t2")));
        fire(id, in(3));
        assertThat(of(id).state()).isEqualTo("late");
    }

    @Test
    void whatWaitsForWhoAskedCanBeAnsweredOrWithdrawnAllTheSame() {
        ConsultId answered = ask(null, null);
        ConsultId withdrawn = ask(null, null);
        for (ConsultId id : List.of(answered, withdrawn)) consults.askBack(finn, id, new Words("Welke?", "b"));
        clock.advance(Duration.ofHours(9));
        refused("contacts/consult-open", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED));
        consults.answer(finn, answered, "Gevonden");
        consults.withdraw(noor, withdrawn);
        assertThat(of(answered)).extracting(ConsultView::state, ConsultView::late).containsExactly("answered", false);
        assertThat(of(withdrawn).state()).isEqualTo("withdrawn");
        refused("consults/settled", () -> consults.tell(noor, answered, new Words("Deze", "t")));
    }

    @Test
    void whatIsPassedOnIsOfTheOtherDepartmentFromThenOn() {
        ConsultId id = ask(null, null);
        assertThat(consults.others(finn, id)).extracting(Department::id).contains(logistics).doesNotContain(finance);
        refusedAt("department", "same-department", () -> consults.pass(finn, id, new Passing(finance, "Van ons", false, "p")));
        refusedAt("why", "required", () -> consults.pass(finn, id, new Passing(logistics, "", false, "p")));
        clock.advance(Duration.ofHours(1));
        consults.pass(finn, id, new Passing(logistics, "Gaat over de zending", false, "p"));
        refused("consults/not-found", () -> consults.answer(finn, id, "Toch wij"));
        assertThat(consults.asked(finn, false, null, 10).items()).isEmpty();
        ConsultView passed = consults.asked(loes, false, null, 10).items().getFirst();
        assertThat(passed).extracting(ConsultView::department, ConsultView::dueAt, ConsultView::state).containsExactly(logistics, in(2), "open");
        assertThat(passed.steps()).singleElement().extracting(ConsultStep::kind, ConsultStep::departmentNl, ConsultStep::toNl, ConsultStep::words)
                .containsExactly("passed", "Financiën", "Logistiek", "Gaat over de zending");
        assertThat(said("event")).contains("consult.passed Logistiek");
        consults.answer(loes, id, "Ligt in het depot");
        assertThat(of(id).state()).isEqualTo("answered");
    }

    @Test
    void aTimeThatStaysIsAskedOfTheOtherDepartmentWhenItIsSoonerThanUsual() {
        ConsultId soon = ask(null, null);
        ConsultId later = ask(null, null);
        clock.advance(Duration.ofHours(3));
        consults.pass(finn, soon, new Passing(logistics, "Van jullie", true, "p"));
        assertThat(of(soon)).satisfies(one -> {
            assertThat(one.dueAt()).isEqualTo(in(2));
            assertThat(one.agreement()).extracting("agreed", "wantedAt", "wantedBy").containsExactly("usual", in(1), "asker");
        });
        Instant then = in(9);
        consults.moreTime(finn, later, new MoreTime(then, "Drukte", "m"));
        consults.decideMoreTime(noor, later, yes(then));
        consults.pass(finn, later, new Passing(logistics, "Van jullie", true, "p"));
        assertThat(of(later)).satisfies(one -> {
            assertThat(one.dueAt()).isEqualTo(then);
            assertThat(one.agreement().agreed()).isEqualTo("kept");
        });
    }

    @Test
    void theConversationGoesAlongUnlessWhoPassesItOnSaysNot() {
        ConsultId along = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Met gesprek", true, "a"));
        ConsultId not = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Met gesprek", true, "b"));
        consults.pass(finn, along, new Passing(logistics, "Van jullie", false, "p"));
        consults.pass(finn, not, new Passing(logistics, "Van jullie", false, "p", false));
        assertThat(consults.conversation(loes, along)).isNotEmpty();
        refused("consults/not-shared", () -> consults.conversation(loes, not));
    }

    @Test
    void theUsualTimeAsAScreenKnowsItIsNoOtherTime() {
        Instant usual = consults.departments(noor, brand).stream().filter(one -> one.id().equals(finance)).findFirst().orElseThrow().dueNow();
        ConsultView asked = of(ask(usual.truncatedTo(ChronoUnit.MINUTES), null));
        assertThat(asked.dueAt()).isEqualTo(usual);
        assertThat(asked.agreement()).extracting("agreed", "wantedAt").containsExactly("usual", null);
    }

    @Test
    void passingOnSpoilsNobodysShareAndWaitingForWhoAskedIsNoAnswerTime() {
        Access leader = work.someone(brand, Role.SUPERVISOR);
        Instant from = clock.instant();
        for (int i = 0; i < 10; i++) {
            ConsultId id = ask(null, null);
            clock.advance(Duration.ofMinutes(20));
            consults.askBack(finn, id, new Words("Welke?", "b"));
            clock.advance(Duration.ofHours(20));
            consults.tell(noor, id, new Words("Deze", "t"));
            clock.advance(Duration.ofMinutes(10));
            consults.answer(finn, id, "Ja");
        }
        ConsultId late = ask(null, null);
        clock.advance(Duration.ofHours(5));
        consults.pass(finn, late, new Passing(logistics, "Van jullie", false, "p"));
        clock.advance(Duration.ofMinutes(1));
        List<Figures> figures = consults.figures(leader, Optional.of(brand), from, clock.instant());
        Figures first = figures.stream().filter(one -> one.department().equals(finance)).findFirst().orElseThrow();
        assertThat(first).extracting(Figures::asked, Figures::n, Figures::medianMinutesToAnswer, Figures::askedBack, Figures::passedOn, Figures::passedOnLate)
                .containsExactly(10, 10, 30, 10, 1, 1);
        assertThat(first.inTime().percent()).isEqualTo(100.0);
        Figures second = figures.stream().filter(one -> one.department().equals(logistics)).findFirst().orElseThrow();
        assertThat(second).extracting(Figures::asked, Figures::answered, Figures::n, Figures::openNow, Figures::lateNow).containsExactly(1, 0, 0, 1, 0);
    }

    @RepeatedTest(5)
    void anAnswerWhileAColleaguePassesItOnHasOneOutcome() throws Exception {
        Access fee = work.someone(brand, Role.DEPARTMENT_MEMBER);
        financeIs(finn, fee);
        ConsultId id = ask(null, null);
        var refused = atOnce(() -> done(() -> consults.answer(finn, id, "Ja")), () -> done(() -> consults.pass(fee, id, new Passing(logistics, "Van jullie", false, "p"))));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isIn("consults/settled", "consults/passed-on", "consults/not-found");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::department).isIn(List.of("answered", finance), List.of("open", logistics));
    }

    @RepeatedTest(5)
    void ofTwoWhoDecideAtOnceOneIsHeard() throws Exception {
        ConsultId id = ask(null, null);
        Instant then = in(8);
        consults.moreTime(finn, id, new MoreTime(then, "Drukte", "m"));
        var refused = atOnce(() -> done(() -> consults.decideMoreTime(noor, id, new Decision(true, then, "a"))),
                () -> done(() -> consults.decideMoreTime(noor, id, new Decision(false, then, "b"))));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isEqualTo("consults/changed");
        assertThat(kinds(id)).hasSize(2);
    }

    @RepeatedTest(5)
    void whatIsAskedBackWhileItIsWithdrawnHasOneOutcome() throws Exception {
        ConsultId id = ask(null, null);
        atOnce(() -> done(() -> consults.askBack(finn, id, new Words("Welke?", "b"))), () -> done(() -> consults.withdraw(noor, id)));
        assertThat(of(id).state()).isEqualTo("withdrawn");
        assertThat(of(id).agreement().returnedAt()).isNull();
    }

    private ConsultId ask(@Nullable Instant dueAt, @Nullable String why) {
        return consults.ask(noor, letter.conversation(), new NewConsult(finance, "Is het geld al weg?", false, UUID.randomUUID().toString(), dueAt, why));
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private static Decision yes(Instant dueAt) {
        return new Decision(true, dueAt, UUID.randomUUID().toString());
    }

    private static Object done(Runnable act) {
        act.run();
        return List.of();
    }

    private List<String> kinds(ConsultId id) {
        return of(id).steps().stream().map(ConsultStep::kind).toList();
    }
}
