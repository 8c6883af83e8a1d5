package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.Called;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentRow;
import nl.hartslag.organisation.OrganisationSettings.ProcessDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What is registered of a contact while it goes on, and how it stands afterwards. */
@HartslagTest
@Import(Work.class)
class RegisteringTest {
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private Access noor;
    private Received received;
    private DepartmentId logistics;
    private ProcessId packing;
    private ProcessId delivering;

    @BeforeEach
    void somethingToRegister() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        received = work.aLetter(brand).arrives();
        contacts.take(noor, received.contact());
        logistics = aDepartment("Logistiek", "Logistics", "Inpakken", "Bezorgen");
        packing = processes(logistics).get(0);
        delivering = processes(logistics).get(1);
    }

    @Test
    void aCauseIsADepartmentAndItsProcessGivenWhole() {
        register(new Registration(null, logistics, packing, null));
        assertThat(contacts.contactOf(received.contact()).process()).isEqualTo(packing);
        register(new Registration(null, null, null, Result.ANSWERED));
        assertThat(contacts.contactOf(received.contact()).process()).isEqualTo(packing);
        register(new Registration(null, null, delivering, null));
        assertThat(contacts.contactOf(received.contact()).process()).isEqualTo(delivering);
        register(new Registration(null, logistics, null));
        assertThat(contacts.contactOf(received.contact()).process()).isNull();
    }

    @Test
    void aProcessIsOfTheDepartmentThatIsTheCause() {
        DepartmentId finance = aDepartment("Financiën", "Finance", "Terugbetalen");
        refusedAt("process", () -> register(new Registration(null, null, packing, null)));
        refusedAt("process", () -> register(new Registration(null, finance, packing, null)));
        register(new Registration(null, logistics, packing, null));
        register(new Registration(null, finance, null));
        assertThat(contacts.contactOf(received.contact()).process()).isNull();
        assertThat(contacts.contactOf(received.contact()).cause()).isEqualTo(finance);
    }

    @Test
    void ofTwoScreensTheSecondSeesTheCauseThatTheFirstChose() {
        DepartmentId finance = aDepartment("Financiën", "Finance", "Terugbetalen");
        register(new Registration(null, logistics, null));
        var process = transactions.execute(_ -> {
            register(new Registration(null, finance, null));
            var other = CompletableFuture.runAsync(() -> register(new Registration(null, null, packing, null)));
            eventually(() -> db.fetch("select pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))").isNotEmpty());
            return other;
        });
        assertThat(process).failsWithin(Duration.ofMinutes(1)).withThrowableThat().withRootCauseInstanceOf(Problem.class);
        assertThat(contacts.contactOf(received.contact())).extracting(one -> one.cause(), one -> one.process()).containsExactly(finance, null);
    }

    @Test
    void theCaseShowsTheCauseWithItsProcessAlsoWhenThatIsNotInUseAnyMore() {
        var reason = work.aReason(brand);
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, logistics, packing, Result.SOLVED), received.seq(), null));
        DepartmentRow now = row(logistics);
        organisation.changeDepartment(Accesses.administrator(), logistics, new DepartmentDraft(
                now.nameNl(), now.nameEn(), 0, false, 480, null, List.of(), null, List.of(), now.version()));
        assertThat(cases.page(noor, received.caseId(), 100).contacts().getFirst().causeCalled())
                .isEqualTo(new Called("Logistiek › Inpakken", "Logistics › Inpakken en"));
    }

    @Test
    void keepsTheWordsOfTheReasonAsItWasCalledThen() {
        var delivery = work.aReason(brand);
        var late = organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(delivery, "Te laat", "Too late", 1, false, false));
        register(new Registration(late, null, null));
        organisation.changeReason(Accesses.administrator(brand), delivery, new ReasonDraft(null, "Vervoer", "Transport", 1, false, false));
        assertThat(reasonCalled()).isEqualTo(new Called("Bezorging › Te laat", "Delivery › Too late"));

        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(late, null, Result.SOLVED), received.seq(), null));
        assertThat(reasonCalled()).isEqualTo(new Called("Vervoer › Te laat", "Transport › Too late"));
        organisation.changeReason(Accesses.administrator(brand), late, new ReasonDraft(null, "Later", "Later", 1, false, true));
        register(new Registration(late, null, null));
        assertThat(reasonCalled()).isEqualTo(new Called("Vervoer › Te laat", "Transport › Too late"));
    }

    private Called reasonCalled() {
        return cases.page(noor, received.caseId(), 100).contacts().getFirst().reasonCalled();
    }

    private void register(Registration registration) {
        contacts.register(noor, received.contact(), registration);
    }

    private static void refusedAt(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsOnlyKeys(field));
    }

    private DepartmentId aDepartment(String dutch, String english, String... does) {
        return organisation.createDepartment(Accesses.administrator(), new DepartmentDraft(dutch, english, 0, false, 480, null, List.of(), null,
                List.of(does).stream().map(name -> new ProcessDraft(null, name, name + " en", false)).toList(), null));
    }

    private List<ProcessId> processes(DepartmentId department) {
        return row(department).processes().stream().map(OrganisationSettings.ProcessRow::id).toList();
    }

    private DepartmentRow row(DepartmentId id) {
        return organisation.allDepartments(Accesses.administrator()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
