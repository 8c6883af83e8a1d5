package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewMoment;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.PromiseView.Move;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Another moment for what a person promised. */
@HartslagTest
@Import(Work.class)
class MovedPromisesTest {
    @Autowired GivenPromises promises;
    @Autowired Contacts contacts;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private Access noor;
    private Received letter;
    private Instant tomorrow;

    @BeforeEach
    void someoneWhoWasAnswered() {
        BrandId brand = work.aBrand();
        noor = work.anAgent(brand);
        letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        work.answer(noor, letter.conversation(), 1);
        tomorrow = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
    }

    @Test
    void whatWeMovedCountsByTheMomentToldUnlessTheCustomerAgreed() {
        PromiseId ours = give("Wij verzetten", tomorrow);
        PromiseId agreed = give("Afgesproken", tomorrow);
        PromiseId inTime = give("Toch op tijd", tomorrow);
        Instant far = tomorrow.plus(Duration.ofDays(300));
        promises.move(noor, ours, new NewMoment(null, far, false, "Het pakket is er nog niet"));
        promises.move(noor, agreed, new NewMoment(null, far, false, "Het pakket is er nog niet"));
        promises.move(noor, agreed, new NewMoment(null, far.plusSeconds(60), true, null));
        promises.move(noor, inTime, new NewMoment(null, far, false, "Het pakket is er nog niet"));
        promises.settle(noor, inTime, Outcome.KEPT, null);
        clock.advance(Duration.ofDays(2));
        refusedAt("why", "required", () -> promises.settle(noor, ours, Outcome.WITHDRAWN, null));
        promises.settle(noor, ours, Outcome.KEPT, null);
        promises.settle(noor, agreed, Outcome.KEPT, null);
        assertThat(view(ours).state()).isEqualTo("kept_late");
        assertThat(view(agreed).state()).isEqualTo("kept");
        assertThat(view(inTime).state()).isEqualTo("kept");
    }

    @Test
    void keepsEveryMomentBeforeWithWhyAndSaysWhetherTheCustomerKnows() {
        PromiseId id = give("Morgen", tomorrow);
        Instant later = tomorrow.plus(Duration.ofDays(2));
        Instant latest = later.plus(Duration.ofDays(1));
        refusedAt("words", "required", () -> promises.move(noor, id, new NewMoment(null, later, false, " ")));
        refusedAt("words", "too-long", () -> promises.move(noor, id, new NewMoment(null, later, true, "x".repeat(501))));
        assertThat(view(id).moves()).isEmpty();
        NewMoment ours = new NewMoment(null, later, false, " De leverancier zweeg ");
        promises.move(noor, id, ours);
        promises.move(noor, id, ours);
        assertThat(happened()).containsOnlyOnce("promise.moved-unagreed Morgen");
        promises.move(noor, id, new NewMoment(null, later, true, null));
        promises.move(noor, id, new NewMoment(null, latest, true, "Hij is op reis"));
        assertThat(happened()).contains("promise.moved-agreed Morgen");
        assertThat(view(id).moves()).extracting(Move::cause, Move::oldDueAt, Move::newDueAt, Move::by, Move::words).containsExactly(
                tuple("ours", tomorrow, later, "Noor", "De leverancier zweeg"),
                tuple("agreed", later, later, "Noor", null),
                tuple("agreed", later, latest, "Noor", "Hij is op reis"));
        assertThat(view(id).given().moved()).isEqualTo(3);
    }

    private PromiseId give(String words, Instant due) {
        return promises.give(noor, letter.conversation(), new NewPromise(Act.WRITE_BACK, words, null, due, null, UUID.randomUUID().toString()));
    }

    private PromiseView view(PromiseId id) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> happened() {
        return contacts.messages(noor, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }
}
