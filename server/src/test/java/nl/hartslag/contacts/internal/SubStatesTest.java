package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.SubStates;
import nl.hartslag.contacts.SubStates.Choice;
import nl.hartslag.contacts.SubStates.Listed;
import nl.hartslag.contacts.SubStates.SubState;
import nl.hartslag.contacts.SubStates.SubStateChange;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class SubStatesTest {
    @Autowired SubStates subStates;
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Access admin;
    private Work.Letter letter;
    private Received received;
    private SubStateId repair;
    private SubStateId pictures;
    private SubStateId supplier;

    @BeforeEach
    void aBrandWithSubStates() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        admin = Accesses.administrator(brand);
        letter = work.aLetter(brand);
        received = letter.arrives();
        contacts.take(noor, received.contact());
        set(fresh(CaseState.WAITING_FOR_CUSTOMER, "Wacht op reparatie", null), fresh(CaseState.WAITING_FOR_CUSTOMER, "Stuurt foto's", null),
                fresh(CaseState.OPEN, "Belt leverancier", 2));
        repair = id(0);
        pictures = id(1);
        supplier = id(2);
    }

    @Test
    void standsAtTheCaseInTheListAndInWhatChanged() {
        wrapUp(CaseState.WAITING_FOR_CUSTOMER, repair);
        assertThat(cases.page(noor, received.caseId(), 100).view().subState()).extracting(SubStateView::nameNl).isEqualTo("Wacht op reparatie");
        assertThat(found(repair)).hasSize(1);
        assertThat(found(pictures)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        subStates.choose(noor, received.caseId(), new Choice(pictures, repair));
        assertThat(found(pictures)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        subStates.choose(noor, received.caseId(), new Choice(null, pictures));
        assertThat(cases.page(noor, received.caseId(), 100).view().subState()).isNull();
        List<SubStateChange> changes = cases.page(noor, received.caseId(), 100).subStateChanges();
        assertThat(changes).hasSize(3).allMatch(change -> change.byName().equals(noor.name()));
        assertThat(changes.get(1)).satisfies(change -> {
            assertThat(change.was().id()).isEqualTo(repair);
            assertThat(change.became().id()).isEqualTo(pictures);
        });
    }

    @Test
    void endsWithTheStateThatItSaysMoreAbout() {
        wrapUp(CaseState.WAITING_FOR_CUSTOMER, repair);
        letter.saying("Hier ben ik weer").arrives();
        assertThat(cases.page(noor, received.caseId(), 100).view()).satisfies(view -> {
            assertThat(view.state()).isEqualTo(CaseState.OPEN);
            assertThat(view.subState()).isNull();
        });
    }

    @Test
    void isOfTheBrandAndOfTheStateAndInUse() {
        refusedAt("subState", "unknown", () -> wrapUp(CaseState.WAITING_FOR_CUSTOMER, supplier));
        refusedAt("subState", "unknown", () -> wrapUp(CaseState.WAITING_FOR_CUSTOMER, SubStateId.next()));
        set(of(1), of(2));
        refusedAt("subState", "archived", () -> wrapUp(CaseState.WAITING_FOR_CUSTOMER, repair));
        wrapUp(CaseState.WAITING_FOR_CUSTOMER, pictures);
        assertThat(found(pictures)).hasSize(1);
    }

    @Test
    void ofTwoWhoChooseAtOnceTheSecondHearsOfTheFirst() {
        wrapUp(CaseState.WAITING_FOR_CUSTOMER, repair);
        subStates.choose(noor, received.caseId(), new Choice(pictures, repair));
        assertThatThrownBy(() -> subStates.choose(noor, received.caseId(), new Choice(null, repair))).hasMessage("sub-states/case-changed");
    }

    @Test
    void whatIsLeftOutOfTheListIsArchivedAndStaysAtTheCase() {
        wrapUp(CaseState.WAITING_FOR_CUSTOMER, repair);
        int opened = subStates.of(noor, brand).version();
        set(of(1), of(2));
        assertThat(subStates.of(noor, brand).subStates()).filteredOn(SubState::archived).extracting(SubState::id).containsExactly(repair);
        assertThat(cases.page(noor, received.caseId(), 100).view().subState()).extracting(SubStateView::id).isEqualTo(repair);
        assertThatThrownBy(() -> subStates.set(admin, brand, new Listed(List.of(), opened))).hasMessage("sub-states/changed");
    }

    @Test
    void refusesWhatIsFilledInWronglyAndNamesEachField() {
        refused(List.of("subStates.0.state", "subStates.0.nameEn"), () -> set(new SubState(null, CaseState.SOLVED, "Klaar", " ", null, false)));
        refused(List.of("subStates.0.comesBackDays"), () -> set(fresh(CaseState.WAITING_FOR_CUSTOMER, "Later", 3)));
        refused(List.of("subStates.0.comesBackDays"), () -> set(fresh(CaseState.OPEN, "Later", 366)));
        refused(List.of("subStates.1.nameNl", "subStates.1.nameEn"), () -> set(fresh(CaseState.OPEN, "Later", 3), fresh(CaseState.OPEN, "later", 3)));
        SubState moved = new SubState(repair, CaseState.OPEN, "Wacht op reparatie", "Repair", null, false);
        refused(List.of("subStates.0.nameNl"), () -> set(moved));
        assertThatThrownBy(() -> subStates.set(noor, brand, new Listed(List.of(), 1))).hasMessage("access/denied");
    }

    private void wrapUp(CaseState state, SubStateId subState) {
        contacts.wrapUp(noor, received.contact(), new WrapUp(state, new Registration(reason, null, Result.ANSWERED), received.seq(), null, subState));
    }

    private List<Cases.CaseHit> found(SubStateId subState) {
        return cases.find(noor, new CaseFilter(Optional.of(brand), Optional.empty(), Optional.empty(), null, true, false, Optional.of(subState), Optional.empty(), Optional.empty()), null, 10).items();
    }

    private void set(SubState... wanted) {
        subStates.set(admin, brand, new Listed(List.of(wanted), subStates.of(noor, brand).version()));
    }

    private SubState of(int number) {
        return subStates.of(noor, brand).subStates().get(number);
    }

    private SubStateId id(int number) {
        return of(number).id();
    }

    private static SubState fresh(CaseState state, String name, Integer days) {
        return new SubState(null, state, name, name + " en", days, false);
    }

    private static void refused(List<String> fields, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsOnlyKeys(fields.toArray(String[]::new)));
    }
}
