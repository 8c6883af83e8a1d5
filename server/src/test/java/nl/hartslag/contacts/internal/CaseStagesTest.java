package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.CaseStage;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class CaseStagesTest {
    @Autowired Cases cases;
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;

    @Test
    void isNewUntilSomebodyTakesItAndReopenedWhenItComesBackSolved() {
        BrandId brand = work.aBrand();
        Access noor = work.anAgent(brand);
        Work.Letter shopper = work.aLetter(brand);
        Received mail = shopper.arrives();
        Received other = work.aLetter(brand).arrives();
        assertThat(standing(noor, brand, CaseStage.NEW)).containsExactlyInAnyOrder(mail.caseId(), other.caseId());
        contacts.take(noor, mail.contact());
        assertThat(standing(noor, brand, CaseStage.NEW)).containsExactly(other.caseId());
        assertThat(standing(noor, brand, CaseStage.OPEN)).containsExactly(mail.caseId());
        work.wrapUp(noor, mail.contact(), work.aReason(brand), CaseState.SOLVED);
        assertThat(standing(noor, brand, CaseStage.SOLVED)).containsExactly(mail.caseId());
        clock.advance(Duration.ofHours(1));
        shopper.saying("Toch niet").arrives();
        assertThat(standing(noor, brand, CaseStage.REOPENED)).containsExactly(mail.caseId());
        assertThat(standing(noor, brand, CaseStage.WAITING_FOR_CUSTOMER)).isEmpty();
        assertThat(contacts.caseOf(mail.caseId()).stage()).isEqualTo(CaseStage.REOPENED);
    }

    private List<CaseId> standing(Access access, BrandId brand, CaseStage stage) {
        var filter = new CaseFilter(Optional.of(brand), Optional.empty(), Optional.empty(), null, false, false, Optional.empty(), Optional.empty(), Optional.of(stage));
        var found = cases.find(access, filter, null, 10).items();
        assertThat(found).allMatch(one -> one.stage() == stage);
        return found.stream().map(CaseHit::id).toList();
    }
}
