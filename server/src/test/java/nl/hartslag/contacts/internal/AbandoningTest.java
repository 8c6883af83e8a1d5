package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class AbandoningTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private ReasonId reason;
    private Access noor;
    private Work.Letter visitor;

    @BeforeEach
    void aVisitor() {
        BrandId brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        visitor = work.aLetter(brand).byChat();
    }

    @Test
    void whoLeavesBeforeAnybodyHelpedHimLeavesNoCaseOpen() {
        Received chat = visitor.arrives();
        leaves(chat);
        assertThat(contacts.caseOf(chat.caseId())).satisfies(one -> {
            assertThat(one.state()).isEqualTo(CaseState.SOLVED);
            assertThat(one.solvedAt()).isNotNull();
        });
        clock.advance(Duration.ofMinutes(1));
        Received again = visitor.saying("Toch nog").arrives();
        assertThat(contacts.caseOf(again.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aCaseThatWasAboutMoreWaitsForHimAgain() {
        Received chat = visitor.arrives();
        contacts.take(noor, chat.contact());
        work.wrapUp(noor, chat.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        clock.advance(Duration.ofMinutes(1));
        Received again = visitor.saying("Hier is de foto").arrives();
        assertThat(again.caseId()).isEqualTo(chat.caseId());
        leaves(again);
        assertThat(contacts.caseOf(chat.caseId()).state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void whatWasToComeBackComesBackAllTheSameWhenHeLeavesAgain() {
        Received chat = visitor.arrives();
        contacts.take(noor, chat.contact());
        work.keepOpen(noor, chat, reason, clock.instant().plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofMinutes(25));
        Received again = visitor.saying("Nog iets").arrives();
        clock.advance(Duration.ofMinutes(5));
        leaves(again);
        assertThat(contacts.caseOf(chat.caseId()).state()).isEqualTo(CaseState.OPEN);
        clock.advance(Duration.ofMinutes(10));
        eventually(() -> contacts.conversation(noor, chat.conversation()).contact().filter(one -> !one.equals(again.contact()) && !one.equals(chat.contact())).isPresent());
    }

    @Test
    void whomSomebodyHelpsLeavesItToHim() {
        Received chat = visitor.arrives();
        contacts.take(noor, chat.contact());
        leaves(chat);
        assertThat(contacts.caseOf(chat.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    private void leaves(Received chat) {
        contacts.customerLeft(chat.conversation(), Leaving.ENDED);
    }
}
