package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Overlap.overlap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is promised falls due in the night in which the clocks of Amsterdam change, while two workers fire at once: one warning and one
 * breach, each at its own instant and not at the other one that the clock on the wall calls the same.
 */
@HartslagTest
@Import(Work.class)
class ClockChangeTest {
    private enum Night {
        /** Two o'clock comes twice, at 00:00 and at 01:00 in UTC: nearly due at the first half past two, and due at the second. */
        BACK("2026-10-24T21:00:00Z", LocalTime.of(1, 0), Duration.ofMinutes(150), Duration.ofHours(1), "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
        /** Two o'clock never comes; who opens then opens at three, at 01:00 in UTC. */
        FORWARD("2027-03-27T22:00:00Z", LocalTime.of(2, 0), Duration.ofMinutes(45), Duration.ofMinutes(30), "2027-03-28T01:15:00Z", "2027-03-28T01:45:00Z");

        private final Instant evening;
        private final LocalTime opens;
        private final Duration within;
        private final Duration ahead;
        private final Instant soon;
        private final Instant due;

        Night(String evening, LocalTime opens, Duration within, Duration ahead, String soon, String due) {
            this.evening = Instant.parse(evening);
            this.opens = opens;
            this.within = within;
            this.ahead = ahead;
            this.soon = Instant.parse(soon);
            this.due = Instant.parse(due);
        }
    }

    @Autowired Contacts contacts;
    @Autowired PromiseRules rules;
    @Autowired GivenPromises promises;
    @Autowired Promises late;
    @Autowired NearlyDue nearly;
    @Autowired Reminders reminders;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ConfigurableApplicationContext application;
    private final Queue<PromiseChanged> changes = new ConcurrentLinkedQueue<>();
    private final ApplicationListener<PayloadApplicationEvent<PromiseChanged>> listener = ApplicationListener.forPayload(changes::add);
    private BrandId brand;
    private Access noor;

    private void eveningBefore(Night night) {
        application.addApplicationListener(listener);
        clock.stopAt(night.evening);
        brand = work.aBrand();
        noor = work.anAgent(brand);
    }

    @AfterEach
    void timeGoesOn() {
        application.removeApplicationListener(listener);
        clock.run();
    }

    @ParameterizedTest
    @EnumSource
    void whatARulePromisesIsNearlyDueOnceAndLateOnceEachAtItsInstant(Night night) throws Exception {
        eveningBefore(night);
        rule(night);
        Received letter = work.aLetter(brand).arrives();
        PromiseView promise = only(letter);
        assertThat(promise.dueAt()).isEqualTo(night.due);

        clock.stopAt(night.soon.minusSeconds(1));
        assertThat(only(letter).byRule().soon()).isFalse();
        fallsDue(nearly, letter, promise.id(), night.soon);
        assertThat(only(letter)).satisfies(one -> {
            assertThat(one.byRule().soon()).isTrue();
            assertThat(one.state()).isEqualTo("open");
        });
        clock.stopAt(night.due.minusSeconds(1));
        assertThat(only(letter).state()).isEqualTo("open");
        fallsDue(late, letter, promise.id(), night.due);
        assertThat(only(letter).state()).isEqualTo("late");

        assertThat(changes(promise.id())).extracting(PromiseChanged::occurredAt).containsExactly(night.evening, night.soon, night.due);
    }

    /** From half past two to half past two, where the clock goes back: on the wall it ends when it begins. */
    @ParameterizedTest
    @EnumSource
    void whatAPersonPromisesRemindsOnceAndIsLateOnceEachAtItsInstant(Night night) throws Exception {
        eveningBefore(night);
        Received letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        work.answer(noor, letter.conversation(), 1);
        work.keepOpen(noor, letter, work.aReason(brand), night.due.plus(Duration.ofDays(5)));
        PromiseId id = promises.give(noor, letter.conversation(),
                new NewPromise(Act.CALL_BACK, "Ik bel je vannacht terug", night.soon, night.due, null, UUID.randomUUID().toString()));

        clock.stopAt(night.soon.minusSeconds(1));
        assertThat(happened(letter)).doesNotContain("promise-due");
        fallsDue(reminders, letter, id, night.soon);
        assertThat(happened(letter)).containsOnlyOnce("promise-due").doesNotContain("promise-late");
        noorKeepsItOpen(letter, night);
        clock.stopAt(night.due.minusSeconds(1));
        assertThat(view(letter, id).state()).isEqualTo("open");
        fallsDue(reminders, letter, id, night.due);
        assertThat(view(letter, id).state()).isEqualTo("late");
        assertThat(happened(letter)).containsOnlyOnce("promise-due").containsOnlyOnce("promise-late");

        assertThat(changes(id)).extracting(PromiseChanged::occurredAt).containsExactly(night.evening, night.soon, night.due);
    }

    /** Else it is in hand when it is late, and need not come back. */
    private void noorKeepsItOpen(Received letter, Night night) {
        var back = contacts.conversation(noor, letter.conversation());
        contacts.take(noor, back.contact().orElseThrow());
        work.keepOpen(noor, new Received(letter.conversation(), letter.caseId(), back.contact().orElseThrow(), letter.message(), back.lastSeq(), false, false),
                work.aReason(brand), night.due.plus(Duration.ofDays(5)));
    }

    /** Its moment is there: two workers fire, the second while the first is not done, and those of the node besides. */
    private void fallsDue(TimerHandler handler, Received letter, PromiseId promise, Instant at) throws Exception {
        clock.stopAt(at);
        assertThat(overlap(transactions, db, () -> fires(handler, letter, promise, at), () -> fires(handler, letter, promise, at))).isEmpty();
        eventually(() -> db.fetch("select 1 from platform.timer where due_at <= {0} and (key = {1} or payload ->> 'promise' = {1})",
                DSL.val(at), DSL.val(promise.toString())).isEmpty());
    }

    private Void fires(TimerHandler handler, Received letter, PromiseId promise, Instant at) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> handler.fire(new DueTimer(handler.kind(), "any", at,
                Map.of("conversation", letter.conversation().toString(), "promise", promise.toString()))));
        return null;
    }

    private void rule(Night night) {
        CalendarId nights = organisation.createCalendar(Accesses.administrator(brand), new CalendarDraft(UUID.randomUUID().toString(), "Europe/Amsterdam", false,
                List.of(new WeekBlock(DayOfWeek.SUNDAY, night.opens, LocalTime.of(6, 0))), List.of()));
        rules.add(Accesses.administrator(brand), new NewRule(
                new For(brand, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Terms(Optional.of(night.within), Optional.empty(), Optional.empty(), Optional.of(night.ahead), Optional.empty(), Optional.of(nights))));
    }

    private PromiseView only(Received letter) {
        List<PromiseView> all = contacts.promises(letter.caseId());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private PromiseView view(Received letter, PromiseId id) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<PromiseChanged> changes(PromiseId id) {
        return changes.stream().filter(one -> one.promise().id().equals(id)).toList();
    }

    private List<String> happened(Received letter) {
        return contacts.messages(noor, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }
}
