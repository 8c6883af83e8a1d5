package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class PickingUpTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Access sem;
    private Received letter;

    @BeforeEach
    void aCaseThatWaitsForItsCustomer() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        sem = work.anAgent(brand);
        letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void whatWaitsForTheCustomerIsSolvedByWhoeverHearsThatItIsFine() {
        ContactId again = contacts.pickUp(sem, letter.conversation());
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(contacts.contactOf(again).assignedTo()).isEqualTo(sem.user());
        assertThat(contacts.pickUp(sem, letter.conversation())).isEqualTo(again);
        assertThatThrownBy(() -> contacts.pickUp(noor, letter.conversation())).hasMessage("contacts/taken");
        work.wrapUp(sem, again, reason, CaseState.SOLVED);
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.SOLVED);
        assertThatThrownBy(() -> contacts.pickUp(work.anAgent(work.aBrand()), letter.conversation())).hasMessage("contacts/not-found");
    }

    @RepeatedTest(3)
    void ofTwoAtOnceOneHasIt() throws Exception {
        var refused = atOnce(() -> contacts.pickUp(noor, letter.conversation()), () -> contacts.pickUp(sem, letter.conversation()));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isEqualTo("contacts/taken");
    }
}
