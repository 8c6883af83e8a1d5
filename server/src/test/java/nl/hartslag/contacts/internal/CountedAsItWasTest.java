package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What figures are made of is what the customer met: who answered him, and when he came. */
@HartslagTest
@Import(Work.class)
@RecordApplicationEvents
class CountedAsItWasTest {
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    @Autowired ApplicationEvents events;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Work.Letter shopper;
    private Received letter;

    @BeforeEach
    void aLetter() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        shopper = work.aLetter(brand);
        letter = shopper.arrives();
    }

    @Test
    void whatLeavesByItselfIsNoAnswer() {
        contacts.post(List.of(new SystemMessage(letter.conversation(), "acknowledgement", "Ontvangen", "We hebben je bericht.", null, UUID.randomUUID().toString(), clock.instant(), null)));
        assertThat(contacts.promises(letter.caseId())).extracting(PromiseView::state).containsExactly("open");
        assertThat(answeredBy(letter)).isNull();
        work.answer(noor, letter.conversation(), 1);
        assertThat(contacts.promises(letter.caseId())).extracting(PromiseView::state).containsExactly("kept");
        assertThat(answeredBy(letter)).isEqualTo(noor.user().value());
    }

    @Test
    void aSolvedCaseIsOfWhoAnsweredAndNotOfWhoHadItLast() {
        Access sem = work.anAgent(brand);
        work.answer(noor, letter.conversation(), 1);
        contacts.transfer(noor, letter.contact(), Handed.to(null, sem.user(), ""));
        contacts.take(sem, letter.contact());
        work.wrapUp(sem, letter.contact(), reason, CaseState.SOLVED);
        assertThat(events.stream(CaseSolved.class).filter(one -> one.caseId().equals(letter.caseId()))).singleElement()
                .extracting(CaseSolved::handledBy).isEqualTo(noor.user());
    }

    @Test
    void whatComesAgainIsMeasuredFromWhenItCame() {
        work.answer(noor, letter.conversation(), 1);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        clock.advance(Duration.ofDays(10));
        Received again = shopper.saying("Het is weer stuk, wat nu?").arrives();
        assertThat(again.caseId()).isEqualTo(letter.caseId());
        assertThat(contacts.contactOf(again.contact()).openedAt()).isAfter(clock.instant().minus(Duration.ofHours(1)));
        PromiseView now = contacts.answerPromise(again.contact()).orElseThrow();
        assertThat(Duration.between(now.madeAt(), clock.instant())).isLessThan(Duration.ofHours(1));
        assertThat(now.dueAt()).isAfter(clock.instant());
        assertThat(answeredBy(again)).isNull();
        assertThat(answeredBy(letter)).as("what was answered then stays answered then").isEqualTo(noor.user().value());
    }

    private UUID answeredBy(Received one) {
        return db.fetchSingle("select first_answer_by from contacts.contact where id = ?", one.contact().value()).get(0, UUID.class);
    }
}
