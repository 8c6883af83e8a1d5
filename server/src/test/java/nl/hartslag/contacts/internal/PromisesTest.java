package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
@Import(Work.class)
class PromisesTest {
    @Autowired Contacts contacts;
    @Autowired Promises promises;
    @Autowired Work work;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transactions;
    private Access noor;
    private Received letter;
    private PromiseView promise;

    @BeforeEach
    void aCustomerWhoWaits() {
        BrandId brand = work.aBrand();
        noor = work.anAgent(brand);
        letter = work.aLetter(brand).arrives();
        promise = contacts.answerPromise(letter.contact()).orElseThrow();
    }

    @Test
    void isLateWhenItsTimerFiresUnanswered() {
        fires();
        assertThat(state()).isEqualTo("late");
        work.answer(noor, letter.conversation(), 1);
        assertThat(state()).isEqualTo("kept");
    }

    @Test
    void staysKeptWhenItsTimerFiresAfterwards() {
        work.answer(noor, letter.conversation(), 1);
        fires();
        assertThat(state()).isEqualTo("kept");
    }

    @Test
    void anAnswerNeverWaitsForTheTimerThatFiresJustThen() {
        transactions.executeWithoutResult(firing -> {
            assertThat(db.fetch("select id from platform.timer where key = ? for update", promise.id().toString())).hasSize(1);
            var answer = CompletableFuture.runAsync(() -> work.answer(noor, letter.conversation(), 1));
            assertThat(answer).succeedsWithin(20, TimeUnit.SECONDS);
            promises.fire(timer(promise.id()));
        });
        assertThat(state()).isEqualTo("kept");
    }

    private void fires() {
        transactions.executeWithoutResult(firing -> promises.fire(timer(promise.id())));
    }

    private DueTimer timer(PromiseId id) {
        return new DueTimer(promises.kind(), id.toString(), promise.dueAt(), Map.of("conversation", letter.conversation().toString()));
    }

    private String state() {
        return contacts.promises(letter.caseId()).getFirst().state();
    }
}
