package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class ClosingTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Work.Letter letter;

    @BeforeEach
    void anAgentAndSomeoneWhoWrites() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        letter = work.aLetter(brand);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aContactIsNotClosedOverAMessageNobodySaw(boolean chat) {
        if (chat) letter.byChat();
        Received first = taken();
        Received second = letter.saying("En het lampje knippert").arrives();
        refused("contacts/customer-wrote-meanwhile", () -> work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq()));
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("assigned");
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, second.seq());
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("ended");
    }

    @Test
    void whatIsSentByItselfHoldsUpNothing() {
        Received first = taken();
        letter.saying("Ik ben er niet tot maandag").automatic().arrives();
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq());
        assertThat(contacts.contactOf(first.contact()).state()).isEqualTo("ended");
    }

    @Test
    void theSameWrapUpTwiceIsOneAndAnotherIsRefused() {
        Received first = taken();
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED);
        var ended = contacts.contactOf(first.contact());
        work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, 0);
        assertThat(contacts.contactOf(first.contact())).isEqualTo(ended);
        refused("contacts/already-closed", () -> work.wrapUp(noor, first.contact(), reason, CaseState.WAITING_FOR_CUSTOMER, 1));
        Access sem = work.anAgent(brand);
        refused("contacts/already-closed", () -> work.wrapUp(sem, first.contact(), reason, CaseState.SOLVED, 1));
    }

    /** Either the message was first and the wrap-up is refused, or it opens a contact of its own. */
    @RepeatedTest(5)
    void aMessageInTheSameMomentWaitsForSomeone() throws Exception {
        Received first = taken();
        letter.saying("Nog iets");
        List<Throwable> refused = atOnce(
                () -> letter.arrives(),
                () -> {
                    work.wrapUp(noor, first.contact(), reason, CaseState.SOLVED, first.seq());
                    return null;
                });
        assertThat(refused).allSatisfy(each -> assertThat(each).hasMessage("contacts/customer-wrote-meanwhile"));
        boolean ended = contacts.contactOf(first.contact()).state().equals("ended");
        assertThat(ended).isEqualTo(refused.isEmpty());
        var last = contacts.conversation(noor, first.conversation()).contact().orElseThrow();
        assertThat(contacts.contactOf(last).waitingSince()).isNotNull();
    }

    /** Whoever writes holds the conversation and then the contact; a transfer does so in the same order. */
    @RepeatedTest(5)
    void aMessageAndATransferInTheSameMomentBothHappen() throws Exception {
        Access sem = work.anAgent(brand);
        Received first = taken();
        letter.saying("Nog iets");
        assertThat(atOnce(
                        () -> letter.arrives(),
                        () -> {
                            contacts.transfer(noor, first.contact(), new Transfer(null, sem.user(), "Weet jij dit?"));
                            return null;
                        }))
                .isEmpty();
        assertThat(contacts.messages(noor, first.conversation(), 0, 10)).hasSize(3);
    }

    private Received taken() {
        Received received = letter.arrives();
        contacts.take(noor, received.contact());
        return received;
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
