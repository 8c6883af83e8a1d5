package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults.CustomerAnswer;
import nl.hartslag.contacts.Consults.Department;
import nl.hartslag.contacts.Consults.Figures;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.contacts.Received;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A case that was given to a department, which answers the customer itself. */
@RecordApplicationEvents
class GivenCasesTest extends ConsultJourney {
    @Autowired People people;
    @Autowired DSLContext db;
    @Autowired Blobs blobs;
    @Autowired ApplicationEvents events;

    @Test
    void answersTheCustomerInItsOwnNameAndTheCaseWaitsForHim() {
        ConsultId id = given();
        ended();
        assertThat(consults.conversation(finn, id)).extracting(MessageView::text).containsExactly("Waar is mijn pakje?");
        CustomerAnswer answer = answer("Het geld is overgemaakt", false);
        assertThat(consults.answerCustomer(finn, id, answer)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(consults.answerCustomer(finn, id, answer)).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
        assertThat(said("out")).containsExactly("Het geld is overgemaakt");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answeredCustomer, ConsultView::answer, ConsultView::settledBy)
                .containsExactly("answered", true, null, finn.user());
        assertThat(said("event")).contains("consult.given Financiën", "consult.answered-customer Financiën");
        assertThat(contacts.messagesForCustomer(letter.conversation(), 0, 10)).extracting(MessageView::text).contains("Het geld is overgemaakt");
        assertThat(contacts.answerPromise(letter.contact())).isEmpty();
    }

    @Test
    void solvesItAndNobodyOfADepartmentIsJudgedByIt() {
        ConsultId id = given();
        ended();
        assertThat(consults.answerCustomer(finn, id, answer("Klaar", true))).isEqualTo(CaseState.SOLVED);
        assertThat(state()).isEqualTo(CaseState.SOLVED);
        assertThat(events.stream(CaseSolved.class).filter(one -> one.caseId().equals(letter.caseId())))
                .singleElement().extracting(CaseSolved::handledBy).isEqualTo(ByRule.NOBODY);
        shopper.saying("Toch niet").arrives();
        assertThat(state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void whoIsOnlyAskedNeverWritesToTheCustomer() {
        ConsultId asked = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Hoe zit het?", true, "k"));
        ConsultId id = given();
        refused("consults/not-given", () -> consults.answerCustomer(finn, asked, answer("Hoi", false)));
        refused("consults/not-found", () -> consults.answerCustomer(loes, id, answer("Hoi", false)));
        assertThatThrownBy(() -> consults.answerCustomer(noor, id, answer("Hoi", false))).isInstanceOf(Problem.class);
        refusedAt("text", "required", () -> consults.answerCustomer(finn, id, answer(" ", false)));
        consults.withdraw(noor, id);
        refused("consults/settled", () -> consults.answerCustomer(finn, id, answer("Hoi", false)));
        assertThat(said("out")).isEmpty();
    }

    @Test
    void whatIsInHandAtCustomerServiceStaysThere() {
        ConsultId id = given();
        assertThat(consults.answerCustomer(finn, id, answer("Klaar", true))).isEqualTo(CaseState.OPEN);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("assigned");
        refused("contacts/answered-meanwhile", () -> work.answer(noor, letter.conversation(), 1));
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        assertThat(state()).isEqualTo(CaseState.SOLVED);
    }

    @Test
    void whoWroteMeanwhileIsReadFirst() {
        ConsultId id = given();
        work.answer(noor, letter.conversation(), 10);
        refused("contacts/answered-meanwhile", () -> consults.answerCustomer(finn, id, new CustomerAnswer("Hoi", 1, "a", false)));
        ended();
        int seen = lastSeq();
        shopper.saying("Nog nieuws?").arrives();
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(consults.conversation(finn, id)).extracting(MessageView::text).endsWith("Nog nieuws?");
        refused("contacts/customer-wrote-meanwhile", () -> consults.answerCustomer(finn, id, new CustomerAnswer("Hoi", seen, "b", false)));
        assertThat(consults.answerCustomer(finn, id, answer("Vandaag nog", false))).isEqualTo(CaseState.OPEN);
    }

    @Test
    void givesItBackWithAnAnswerForWhoAsked() {
        ConsultId id = given();
        ended();
        consults.answer(finn, id, "Dit is toch voor jullie");
        assertThat(of(id)).extracting(ConsultView::state, ConsultView::answeredCustomer).containsExactly("answered", false);
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(said("event")).contains("consult.gave-back Financiën", "consult-gave-back");
        refused("consults/settled", () -> consults.answerCustomer(finn, id, answer("Hoi", false)));
    }

    @Test
    void itComesBackWhenItIsLateAndCanStillBeAnswered() {
        ConsultId id = given();
        ended();
        fire(id, clock.instant().plus(Duration.ofDays(9)));
        assertThat(of(id).state()).isEqualTo("late");
        assertThat(state()).isEqualTo(CaseState.OPEN);
        assertThat(consults.answerCustomer(finn, id, answer("Sorry, nu pas", false))).isEqualTo(CaseState.OPEN);
        assertThat(said("out")).containsExactly("Sorry, nu pas");
    }

    @Test
    void whileItAskedSomethingBackItMayAnswerAllTheSame() {
        ConsultId id = given();
        consults.askBack(finn, id, new Words("Welke bestelling?", "b"));
        consults.answerCustomer(finn, id, answer("Gevonden", false));
        assertThat(of(id).answeredCustomer()).isTrue();
    }

    @Test
    void theRightGoesAlongToWhomItIsPassedOn() {
        ConsultId id = given();
        DepartmentId others = department("Elders", 240, work.someone(work.aBrand(), Role.DEPARTMENT_MEMBER));
        assertThat(consults.others(finn, id)).extracting(Department::id).contains(logistics).doesNotContain(others);
        refusedAt("department", "nobody-answers-customers", () -> consults.pass(finn, id, new Passing(others, "Van hen", false, "p0")));
        consults.pass(finn, id, new Passing(logistics, "Van jullie", false, "p"));
        refused("consults/not-found", () -> consults.answerCustomer(finn, id, answer("Hoi", false)));
        consults.answerCustomer(loes, id, answer("Ligt in het depot", false));
        assertThat(said("out")).containsExactly("Ligt in het depot");
    }

    @Test
    void isGivenOnlyToWhoCanAnswerHereAndByWhoHasItInHand() {
        Access leader = work.someone(brand, Role.SUPERVISOR);
        DepartmentId others = department("Elders", 240, work.someone(work.aBrand(), Role.DEPARTMENT_MEMBER));
        assertThat(consults.departments(noor, brand).stream().filter(one -> one.id().equals(others) || one.id().equals(finance)))
                .extracting(Department::id, Department::canBeGiven).containsExactlyInAnyOrder(
                        tuple(others, false), tuple(finance, true));
        refusedAt("department", "nobody-answers-customers", () -> give(noor, others));
        Access colleague = work.anAgent(brand);
        refused("contacts/not-yours", () -> give(colleague, finance));
        assertThat(of(give(leader, finance))).extracting(ConsultView::answersCustomer, ConsultView::sharesConversation).containsExactly(true, true);
    }

    @Test
    void isNotSolvedOverAnotherQuestionAndWaitsForItsAnswer() {
        ConsultId id = given();
        ConsultId other = consults.ask(noor, letter.conversation(), new NewConsult(logistics, "En het pakje?", false, "o"));
        ended();
        refused("contacts/consult-open", () -> consults.answerCustomer(finn, id, answer("Klaar", true)));
        assertThat(said("out")).isEmpty();
        assertThat(consults.answerCustomer(finn, id, answer("Het geld is er", false))).isEqualTo(CaseState.WAITING_FOR_DEPARTMENT);
        consults.answer(loes, other, "Morgen");
        assertThat(state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void nobodyWritesInWhatWasErased() {
        ConsultId id = given();
        ended();
        CustomerAnswer words = answer("Hoi", false);
        db.execute("update contacts.conversation set erased_at = now() where id = ?", letter.conversation().value());
        refused("contacts/erased", () -> consults.answerCustomer(finn, id, words));
    }

    @Test
    void aClosedAccountCanBeGivenNothing() {
        db.execute("update people.users set state = 'disabled' where id = ?", finn.user().value());
        assertThat(people.access(finn.user())).isEmpty();
        refusedAt("department", "nobody-answers-customers", this::given);
    }

    @Test
    void countsPerDepartment() {
        Instant from = clock.instant();
        consults.answerCustomer(finn, given(), answer("Ja", false));
        consults.answer(finn, given(), "Voor jullie");
        given();
        clock.advance(Duration.ofMinutes(1));
        assertThat(consults.figures(work.someone(brand, Role.SUPERVISOR), Optional.of(brand), from, clock.instant()).getFirst())
                .extracting(Figures::asked, Figures::given, Figures::answeredCustomer, Figures::givenBack).containsExactly(3, 3, 1, 1);
    }

    @RepeatedTest(5)
    void ofTwoWhoAnswerTheCustomerAtOnceOneWrites() throws Exception {
        Access fee = work.someone(brand, Role.DEPARTMENT_MEMBER);
        financeIs(finn, fee);
        ConsultId id = given();
        ended();
        CustomerAnswer one = answer("Van Finn", false);
        CustomerAnswer two = answer("Van Fee", true);
        var refused = atOnce(() -> consults.answerCustomer(finn, id, one), () -> consults.answerCustomer(fee, id, two));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isEqualTo("consults/settled");
        assertThat(said("out")).hasSize(1);
    }

    @RepeatedTest(5)
    void whatIsTakenBackWhileItIsAnsweredHasOneOutcome() throws Exception {
        ConsultId id = given();
        ended();
        CustomerAnswer words = answer("Net op tijd", false);
        var refused = atOnce(() -> consults.answerCustomer(finn, id, words), () -> {
            consults.withdraw(noor, id);
            return null;
        });
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isEqualTo("consults/settled");
        assertThat(said("out")).hasSize(of(id).state().equals("answered") ? 1 : 0);
    }

    @Test
    void readsTheFilesOfWhatIsSharedAndNoOthers() throws Exception {
        ConsultId asked = consults.ask(noor, letter.conversation(), new NewConsult(finance, "Hoe zit het?", false, "alone"));
        AttachmentId file = attach(letter, "schade.jpg");
        refused("consults/not-shared", () -> consults.file(finn, asked, file));
        ConsultId id = given();
        assertThat(consults.conversation(finn, id).getFirst().attachments()).extracting(AttachmentView::name).containsExactly("schade.jpg");
        try (InputStream bytes = consults.file(finn, id, file).bytes()) {
            assertThat(bytes.readAllBytes()).isEqualTo(new byte[] {1, 2, 3});
        }
        refused("consults/not-found", () -> consults.file(loes, id, file));
        AttachmentId other = attach(work.aLetter(brand).arrives(), "van een ander.jpg");
        refused("blobs/not-found", () -> consults.file(finn, id, other));
        consults.withdraw(noor, id);
        refused("consults/settled", () -> consults.file(finn, id, file));
    }

    private AttachmentId attach(Received to, String name) {
        AttachmentId id = AttachmentId.next();
        db.execute("insert into contacts.attachment (id, message_id, position, name, type, size, blob_hash) select ?, id, 1, ?, 'image/jpeg', 3, ? from contacts.message "
                + "where conversation_id = ? and direction = 'in'", id.value(), name, blobs.put(new byte[] {1, 2, 3}), to.conversation().value());
        return id;
    }

    @Test
    void isGivenToOneDepartmentAtATime() {
        ConsultId id = given();
        refused("consults/given-already", this::given);
        consults.ask(noor, letter.conversation(), new NewConsult(finance, "En dit?", false, "beside"));
        consults.withdraw(noor, id);
        given();
    }

    private ConsultId given() {
        return give(noor, finance);
    }

    private ConsultId give(Access who, DepartmentId department) {
        return consults.ask(who, letter.conversation(), new NewConsult(department, "Help hem aan zijn geld", false, UUID.randomUUID().toString(), null, null, true));
    }

    private void ended() {
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_DEPARTMENT);
    }

    /** By someone who has read everything. */
    private CustomerAnswer answer(String text, boolean solved) {
        return new CustomerAnswer(text, lastSeq(), UUID.randomUUID().toString(), solved);
    }

    private int lastSeq() {
        return contacts.conversation(noor, letter.conversation()).lastSeq();
    }

    private CaseState state() {
        return contacts.caseOf(letter.caseId()).state();
    }
}
