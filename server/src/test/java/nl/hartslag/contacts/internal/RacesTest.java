package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Overlap.overlap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who do something with one case in one moment: each time in both orders, the second while the first is not done. */
@HartslagTest
@Import(Work.class)
class RacesTest {
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired Consults consults;
    @Autowired Consulting consulting;
    @Autowired GivenPromises promises;
    @Autowired PromiseRules rules;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    @Autowired PlatformTransactionManager transactions;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Access sem;
    private Work.Letter shopper;
    private Received chat;
    private Received mail;

    @BeforeEach
    void aCustomerWhoCameTwice() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        sem = work.anAgent(brand);
        shopper = work.aLetter(brand);
        chat = work.aLetter(brand).arrives();
        mail = shopper.arrives();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void ofTwoWhoAnswerTheSecondIsToldAndTheCustomerReadsOneAnswer() throws Exception {
        assertThat(together(() -> work.answer(noor, mail.conversation(), 1), () -> work.answer(sem, mail.conversation(), 1)))
                .hasValueSatisfying(refused -> assertThat(refused).hasMessage("contacts/answered-meanwhile"));
        assertThat(answers(mail)).hasSize(1);
    }

    @Test
    void whatIsHandedOverWhileItIsAnsweredIsAnsweredAndWaitsForTheNext() throws Exception {
        contacts.take(noor, mail.contact());
        assertThat(together(() -> work.answer(noor, mail.conversation(), 1), () -> handsOver(mail))).isEmpty();
        assertThat(answers(mail)).hasSize(1);
        assertThat(contacts.contactOf(mail.contact()).assignedTo()).isNotEqualTo(noor.user());
        assertThat(contacts.promises(mail.caseId())).extracting(PromiseView::state).containsExactly("kept");
    }

    @Test
    void whoAnswersWhatWasHandedOverInThatMomentAnswersAllTheSame() throws Exception {
        contacts.take(noor, mail.contact());
        assertThat(together(() -> handsOver(mail), () -> work.answer(noor, mail.conversation(), 1))).isEmpty();
        assertThat(answers(mail)).hasSize(1);
        assertThat(happened(mail)).contains("transferred.person Noor");
        assertThat(contacts.contactOf(mail.contact()).state()).isEqualTo("assigned");
    }

    @Test
    void anAnswerGoesAlongWithItsCaseInEitherOrder() throws Exception {
        contacts.take(noor, chat.contact());
        assertThat(together(() -> work.answer(noor, chat.conversation(), 1), () -> join(chat, mail))).isEmpty();
        Received third = work.aLetter(brand).arrives();
        contacts.take(noor, third.contact());
        assertThat(together(() -> join(third, mail), () -> work.answer(noor, third.conversation(), 1))).isEmpty();
        for (Received one : List.of(chat, third)) {
            assertThat(answers(one)).hasSize(1);
            assertThat(contacts.contactOf(one.contact()).caseId()).isEqualTo(mail.caseId());
        }
        assertThat(contacts.promises(mail.caseId())).extracting(PromiseView::state).containsExactlyInAnyOrder("kept", "kept", "open");
    }

    /** Both contacts of one case get a rule that promises a solution: the case has one, and it is the shorter of both. */
    @Test
    void twoContactsThatBeginTheSolutionOfOneCaseBeginOne() throws Exception {
        join(chat, mail);
        rule(Optional.of(Priority.URGENT), 9);
        rule(Optional.of(Priority.HIGH), 4);
        assertThat(together(() -> prioritised(chat, Priority.URGENT), () -> prioritised(mail, Priority.HIGH))).isEmpty();
        assertThat(solutions(mail.caseId())).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("open");
            assertThat(Duration.between(one.madeAt(), one.dueAt())).isEqualTo(Duration.ofHours(4));
        });
    }

    @Test
    void aSolutionThatBeginsWhereAnotherComesInIsOne() throws Exception {
        rule(Optional.of(Priority.URGENT), 9);
        prioritised(chat, Priority.URGENT);
        assertThat(together(() -> prioritised(mail, Priority.URGENT), () -> join(chat, mail))).isEmpty();
        assertThat(running(mail.caseId())).hasSize(1);
        Received third = work.aLetter(brand).arrives();
        Received fourth = work.aLetter(brand).arrives();
        prioritised(third, Priority.URGENT);
        assertThat(together(() -> join(third, fourth), () -> prioritised(fourth, Priority.URGENT))).isEmpty();
        assertThat(running(fourth.caseId())).hasSize(1);
    }

    @Test
    void whatIsTakenOutWhileItsCaseIsJoinedIsInOneCaseThatIsThere() throws Exception {
        join(chat, mail);
        Received third = work.aLetter(brand).arrives();
        assertThat(together(() -> takeOut(chat, mail), () -> join(mail, third))).isEmpty();
        assertThat(contacts.contactOf(mail.contact()).caseId()).isEqualTo(third.caseId());
        allStandInACaseThatIsThere(chat, mail, third);
        Received fourth = work.aLetter(brand).arrives();
        assertThat(together(() -> join(third, fourth), () -> takeOut(mail, third)))
                .hasValueSatisfying(refused -> assertThat(refused).hasMessageMatching("cases/(merged|changed)"));
        assertThat(contacts.contactOf(mail.contact()).caseId()).isEqualTo(fourth.caseId());
        allStandInACaseThatIsThere(chat, mail, third, fourth);
    }

    @Test
    void aQuestionThatIsTakenBackWhileItIsAnsweredByMailHasOneOutcome() throws Exception {
        ConsultId first = asks(mail);
        assertThat(together(() -> mailed(first), () -> takenBack(first))).hasValueSatisfying(refused -> assertThat(refused).hasMessage("consults/settled"));
        assertThat(of(mail, first)).extracting(ConsultView::state, ConsultView::answer).containsExactly("answered", "Gisteren betaald");
        ConsultId second = asks(mail);
        assertThat(together(() -> takenBack(second), () -> mailed(second))).isEmpty();
        assertThat(of(mail, second)).extracting(ConsultView::state, ConsultView::answer).containsExactly("withdrawn", null);
        assertThat(notes(mail)).as("what the department wrote is never lost").filteredOn("Gisteren betaald"::equals).hasSize(2);
    }

    @Test
    void aCaseIsNotSolvedWhileADepartmentIsAskedInAnotherPartOfIt() throws Exception {
        join(chat, mail);
        work.wrapUp(noor, chat.contact(), reason, CaseState.SOLVED);
        assertThat(together(() -> asks(chat), () -> ended(mail))).hasValueSatisfying(refused -> assertThat(refused).hasMessage("contacts/consult-open"));
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aDepartmentThatIsAskedWhileTheCaseIsSolvedOpensItAgain() throws Exception {
        join(chat, mail);
        work.wrapUp(noor, chat.contact(), reason, CaseState.SOLVED);
        assertThat(together(() -> ended(mail), () -> asks(chat))).isEmpty();
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(cases.page(noor, mail.caseId(), 100).reopened()).isOne();
    }

    @Test
    void aCaseIsNotSolvedWhileSomethingIsPromisedInAnotherPartOfIt() throws Exception {
        join(chat, mail);
        work.wrapUp(noor, chat.contact(), reason, CaseState.SOLVED);
        assertThat(together(() -> promised(chat), () -> ended(mail))).hasValueSatisfying(refused -> assertThat(refused).hasMessage("contacts/promise-open"));
        Received third = work.aLetter(brand).arrives();
        contacts.take(noor, third.contact());
        assertThat(together(() -> ended(third), () -> promised(third))).isEmpty();
        assertThat(contacts.caseOf(third.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    private Optional<Throwable> together(Callable<?> first, Callable<?> other) throws Exception {
        return overlap(transactions, db, first, other);
    }

    private Object join(Received from, Received into) {
        return cases.merge(noor, from.caseId(), new Joining(into.caseId(), null, UUID.randomUUID().toString()));
    }

    private Object takeOut(Received one, Received of) {
        return cases.takeOut(noor, of.caseId(), new TakingOut(List.of(one.contact()), Optional.empty(), null, CaseState.WAITING_FOR_CUSTOMER, null, UUID.randomUUID().toString()));
    }

    private Void handsOver(Received one) {
        contacts.transfer(noor, one.contact(), Handed.to(null, sem.user(), "Weet jij dit?"));
        return null;
    }

    private Void prioritised(Received one, Priority priority) {
        contacts.prioritise(noor, one.contact(), priority);
        return null;
    }

    private Void ended(Received one) {
        work.wrapUp(noor, one.contact(), reason, CaseState.SOLVED);
        return null;
    }

    private Object promised(Received one) {
        return promises.give(noor, one.conversation(), new GivenPromises.NewPromise(GivenPromises.Act.REFUND, "Je krijgt het terug", null, clock.instant().plus(Duration.ofDays(1)), null, UUID.randomUUID().toString()));
    }

    private ConsultId asks(Received one) {
        Access finn = work.someone(brand, Role.DEPARTMENT_MEMBER);
        DepartmentId finance = organisation.createDepartment(Accesses.administrator(), new DepartmentDraft("Financiën", "Finance", 0, false, 240, null, List.of(finn.user())));
        return consults.ask(noor, one.conversation(), new NewConsult(finance, "Is het geld al weg?", false, UUID.randomUUID().toString()));
    }

    private Void takenBack(ConsultId id) {
        consults.withdraw(noor, id);
        return null;
    }

    private Object mailed(ConsultId id) {
        MailedAnswer mail = new MailedAnswer("finance@work.example", "Financiën", false, "Gisteren betaald", null, List.of(), new EnvelopeId(UUID.randomUUID()), UUID.randomUUID().toString(), clock.instant());
        return new TransactionTemplate(transactions).execute(_ -> consulting.answeredByMail(id, mail));
    }

    private ConsultView of(Received one, ConsultId id) {
        return consults.ofCase(noor, one.caseId()).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private void rule(Optional<Priority> priority, int hours) {
        rules.add(Accesses.administrator(brand), new NewRule(new For(brand, Optional.empty(), Optional.empty(), priority, Optional.empty()),
                new Terms(Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(hours)), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private List<PromiseView> solutions(CaseId id) {
        return contacts.promises(id).stream().filter(one -> one.kind().equals("solution")).toList();
    }

    private List<PromiseView> running(CaseId id) {
        return solutions(id).stream().filter(one -> one.state().equals("open")).toList();
    }

    private void allStandInACaseThatIsThere(Received... all) {
        for (Received one : all) {
            CaseId now = contacts.contactOf(one.contact()).caseId();
            assertThat(contacts.caseOf(now).state()).isNotEqualTo(CaseState.MERGED);
            assertThat(contacts.conversation(noor, one.conversation()).caseId()).isEqualTo(now);
        }
    }

    private List<MessageView> said(Received one, String direction) {
        return contacts.messages(noor, one.conversation(), 0, 50).stream().filter(line -> line.direction().equals(direction)).toList();
    }

    private List<MessageView> answers(Received one) {
        return said(one, "out");
    }

    private List<String> notes(Received one) {
        return said(one, "note").stream().map(MessageView::text).toList();
    }

    private List<String> happened(Received one) {
        return said(one, "event").stream().map(MessageView::text).toList();
    }
}
