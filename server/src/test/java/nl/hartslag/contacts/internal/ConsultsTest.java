package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.Department;
import nl.hartslag.contacts.Consults.Figures;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.testing.Accesses;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConsultsTest extends ConsultJourney {
    @Autowired Cases cases;

    @Test
    void isAnsweredToWhoAskedAndStandsInTheThread() {
        ConsultId id = ask("Is het geld al weg?");
        ConsultView asked = consults.asked(finn, false, null, 10).items().getFirst();
        assertThat(asked.question()).isEqualTo("Is het geld al weg?");
        assertThat(asked.dueAt()).isEqualTo(asked.askedAt().plus(Duration.ofHours(4)));
        consults.answer(finn, id, "Gisteren overgemaakt");
        consults.answer(finn, id, "Gisteren overgemaakt");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answer, ConsultView::settledByName)
                .containsExactly("answered", "Gisteren overgemaakt", "Noor");
        assertThat(said("note")).containsExactly("Is het geld al weg?", "Gisteren overgemaakt");
        assertThat(said("event")).contains("consult.asked Financiën", "consult.answered Financiën");
        assertThat(consults.asked(finn, true, null, 10).items()).extracting(ConsultView::id).containsExactly(id);
    }

    @Test
    void askedTwiceIsOneQuestion() {
        NewConsult wanted = new NewConsult(finance, "Hoe zit het?", false, "key");
        assertThat(consults.ask(noor, letter.conversation(), wanted)).isEqualTo(consults.ask(noor, letter.conversation(), wanted));
        assertThat(consults.counts(finn)).isEqualTo(new Consults.Counts(1, 0));
    }

    @Test
    void aCaseThatWaitsForADepartmentComesBackWithItsAnswer() {
        ConsultId id = ask("Is het geld al weg?");
        refused("contacts/consult-open", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED));
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.WAITING_FOR_DEPARTMENT);
        consults.answer(finn, id, "Ja");
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        var back = contacts.contactOf(contacts.conversation(noor, letter.conversation()).contact().orElseThrow());
        assertThat(back.kind()).isEqualTo("follow_up");
        assertThat(said("event")).contains("consult-answered");
    }

    @Test
    void whatIsSpamLeavesNoQuestionBehindHoweverItsCaseStands() {
        ConsultId id = ask("Kennen jullie deze firma?");
        for (CaseState state : List.of(CaseState.SOLVED, CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER, CaseState.WAITING_FOR_DEPARTMENT)) {
            refused("contacts/consult-open", () -> spam(state));
        }
        consults.withdraw(noor, id);
        spam(CaseState.SOLVED);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.SOLVED);
    }

    private void spam(CaseState state) {
        contacts.wrapUp(noor, letter.contact(), new WrapUp(state, new Registration(null, null, Result.SPAM), letter.seq() + 10, null));
    }

    @Test
    void nobodyWaitsForADepartmentThatWasNotAsked() {
        refusedAt("caseState", "nothing-asked", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT));
    }

    @Test
    void comesBackWhenItIsDueWithoutAnAnswer() {
        ConsultId id = ask("Is het geld al weg?");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        fire(id, clock.instant().plus(Duration.ofHours(4)));
        assertThat(of(id).state()).isEqualTo("late");
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        clock.advance(Duration.ofHours(5));
        consults.answer(finn, id, "Sorry, nu pas");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::late).containsExactly("answered", true);
    }

    @Test
    void nobodyWaitsOnceMoreForAnAnswerThatIsLate() {
        ConsultId id = ask("Is het geld al weg?");
        fire(id, clock.instant().plus(Duration.ofHours(4)));
        refusedAt("caseState", "nothing-asked", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT));
    }

    @Test
    void whatStaysBehindWithItsQuestionElsewhereIsAskedFor() {
        ConsultId id = ask("Is het geld al weg?");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        clock.advance(Duration.ofMinutes(1));
        Received other = shopper.saying("Iets anders: hebben jullie bonnen?").arrives();
        clock.advance(Duration.ofMinutes(1));
        refusedAt("behind", "required", () -> cases.takeOut(noor, letter.caseId(),
                new Cases.TakingOut(List.of(other.contact()), Optional.empty(), null, null, null, "k")));
        assertThat(of(id).state()).isEqualTo("open");
    }

    @Test
    void whatIsWithdrawnNeedsNoAnswerAndBringsTheCaseBack() {
        ConsultId id = ask("Is het geld al weg?");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        consults.withdraw(noor, id);
        consults.withdraw(noor, id);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        refused("consults/settled", () -> consults.answer(finn, id, "Ja"));
        assertThat(consults.asked(finn, false, null, 10).items()).isEmpty();
    }

    @Test
    void aCustomerWhoWritesMeanwhileOpensTheCase() {
        ask("Is het geld al weg?");
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
        shopper.saying("Nog nieuws?").arrives();
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void onlyTheDepartmentSeesItAndReadsTheConversationWhenItWasShared() {
        ConsultId closed = ask("Zonder gesprek");
        ConsultId shared = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Met gesprek", true, "k2"));
        Access other = work.someone(brand, Role.DEPARTMENT_MEMBER);
        assertThat(consults.asked(other, false, null, 10).items()).isEmpty();
        refused("consults/not-found", () -> consults.answer(other, shared, "Hoi"));
        refused("consults/not-found", () -> consults.conversation(other, shared));
        refused("consults/not-shared", () -> consults.conversation(finn, closed));
        contacts.note(noor, letter.conversation(), "alleen voor ons", "n1");
        assertThat(consults.conversation(finn, shared)).extracting(MessageView::text).containsExactly("Waar is mijn pakje?");
        consults.answer(finn, shared, "Klaar");
        refused("consults/settled", () -> consults.conversation(finn, shared));
        assertThatThrownBy(() -> contacts.messages(finn, letter.conversation(), 0, 10)).isInstanceOf(Problem.class);
        Access elsewhere = work.anAgent(work.aBrand());
        refused("contacts/not-found", () -> consults.withdraw(elsewhere, closed));
    }

    @Test
    void refusesWhatCannotBeAsked() {
        refusedAt("question", "required", () -> ask(" "));
        refusedAt("question", "too-long", () -> ask("x".repeat(4_001)));
        DepartmentId nobody = organisation.createDepartment(Accesses.administrator(), new DepartmentDraft("Niemand", "Nobody", 0, false));
        refusedAt("department", "nobody-answers",
                () -> consults.ask(noor, letter.conversation(), new NewConsult(nobody, "Hallo?", false, "k")));
        assertThat(consults.departments(noor, brand)).extracting(Department::id).contains(finance).doesNotContain(nobody);
    }

    @Test
    void goesAlongWhenItsCaseIsJoinedToAnother() {
        ConsultId id = ask("Is het geld al weg?");
        Received other = work.aLetter(brand).arrives();
        cases.merge(noor, letter.caseId(), new Cases.Joining(other.caseId(), null, "k"));
        assertThat(consults.ofCase(noor, other.caseId())).extracting(ConsultView::id).containsExactly(id);
    }

    @Test
    void howADepartmentAnswersIsCounted() {
        Access leader = work.someone(brand, Role.SUPERVISOR);
        Instant from = clock.instant();
        for (int i = 0; i < 10; i++) {
            ConsultId id = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Vraag " + i, false, "q" + i));
            clock.advance(Duration.ofMinutes(10));
            consults.asked(finn, false, null, 10);
            clock.advance(i < 8 ? Duration.ofMinutes(50) : Duration.ofHours(9));
            consults.answer(finn, id, "Antwoord");
        }
        ask("Nog open");
        Figures figures = consults.figures(leader, Optional.of(brand), from, clock.instant().plusSeconds(1)).getFirst();
        assertThat(figures).extracting(Figures::asked, Figures::answered, Figures::n, Figures::medianMinutesToSee, Figures::medianMinutesToAnswer, Figures::openNow)
                .containsExactly(11, 10, 10, 10, 60, 1);
        assertThat(figures.inTime().percent()).isEqualTo(80.0);
    }

    @Test
    void whatIsAnsweredWasSeenThenAndTwoAnswersMakeNoMedian() {
        Instant from = clock.instant();
        ConsultId id = ask("Is het geld al weg?");
        clock.advance(Duration.ofMinutes(5));
        consults.answer(finn, id, "Ja");
        clock.advance(Duration.ofMinutes(30));
        assertThat(consults.asked(finn, true, null, 10).items()).singleElement()
                .satisfies(one -> assertThat(one.firstSeenAt()).isEqualTo(one.settledAt()));
        assertThat(consults.figures(work.someone(brand, Role.SUPERVISOR), Optional.of(brand), from, clock.instant().plusSeconds(1)).getFirst())
                .extracting(Figures::answered, Figures::medianMinutesToSee, Figures::medianMinutesToAnswer).containsExactly(1, null, null);
    }

    @RepeatedTest(5)
    void ofTwoWhoAnswerAtOnceOneIsHeard() throws Exception {
        Access fee = work.someone(brand, Role.DEPARTMENT_MEMBER);
        financeIs(finn, fee);
        ConsultId id = ask("Wie weet het?");
        var refused = atOnce(() -> answered(finn, id), () -> answered(fee, id));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isEqualTo("consults/settled");
        assertThat(said("note")).hasSize(2);
    }

    @RepeatedTest(5)
    void anAnswerInTheMomentItIsDueIsAnAnswer() throws Exception {
        ConsultId id = ask("Net op tijd?");
        assertThat(atOnce(() -> answered(finn, id), () -> {
            fire(id, clock.instant().plus(Duration.ofHours(4)));
            return null;
        })).isEmpty();
        assertThat(of(id).state()).isEqualTo("answered");
    }

    private ConsultId ask(String question) {
        return consults.ask(noor, letter.conversation(), new NewConsult(finance, question, false, UUID.randomUUID().toString()));
    }

    private Void answered(Access who, ConsultId id) {
        consults.answer(who, id, "Antwoord van " + who.user());
        return null;
    }
}
