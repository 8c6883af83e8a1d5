package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.SILENCE;
import static nl.hartslag.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.hartslag.channels.EmailInboxes;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Silence;
import nl.hartslag.contacts.Silence.OfCase;
import nl.hartslag.contacts.Silence.Settings;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand that sends mail, and customers who do not answer. */
@TestComponent
class SilentWorld {
    private final Work work;
    private final Contacts contacts;
    private final Silence silence;
    private final EmailInboxes inboxes;
    private final SilenceTimer timer;
    private final DSLContext db;
    private final MovableClock clock;
    private final TransactionTemplate transactions;

    SilentWorld(
            Work work, Contacts contacts, Silence silence, EmailInboxes inboxes, SilenceTimer timer, DSLContext db, MovableClock clock,
            TransactionTemplate transactions) {
        this.work = work;
        this.contacts = contacts;
        this.silence = silence;
        this.inboxes = inboxes;
        this.timer = timer;
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
    }

    BrandId aBrandThatMails() {
        BrandId brand = work.aBrand();
        inboxes.create(Accesses.with(Permission.CHANNELS_CONFIGURE, brand), new InboxDraft(brand, UUID.randomUUID() + "@demo.example", "Merk", "smtp", null, null));
        return brand;
    }

    /** Reminds after five days and solves after seven more. */
    void on(BrandId brand) {
        set(brand, 5, 7, 200, false, List.of());
    }

    void set(BrandId brand, int remind, int solve, int most, boolean asks, List<SubStateId> exempt) {
        Settings now = silence.of(admin(brand), brand);
        silence.set(admin(brand), brand, new Settings(true, remind, solve, most, now.remindNl(), now.remindEn(), true, now.closingNl(), now.closingEn(), asks, exempt, now.version()), true);
    }

    Access admin(BrandId brand) {
        return Accesses.with(Permission.ORGANISATION_CONFIGURE, brand);
    }

    /** A letter that was answered with a question. */
    Received asked(Access agent, Work.Letter letter, ReasonId reason) {
        Received received = letter.arrives();
        contacts.take(agent, received.contact());
        work.answer(agent, received.conversation(), received.seq());
        work.wrapUp(agent, received.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        return received;
    }

    /** Of the calendar: what tests before this one let go by may have come to a day of 23 or 25 hours. */
    void days(int days) {
        Instant now = clock.instant();
        clock.advance(Duration.between(now, now.atZone(ZoneId.of("Europe/Amsterdam")).plusDays(days).toInstant()));
    }

    /** As a node does that finds the timer due. */
    Callable<Void> looks(Received received) {
        UUID span = db.select(SILENCE.ID).from(SILENCE).where(SILENCE.CASE_ID.eq(received.caseId().value())).orderBy(SILENCE.ID.desc()).limit(1).fetchOne(SILENCE.ID);
        DueTimer due = new DueTimer(SilentSpans.TIMER, "test", clock.instant(),
                Map.of("case", received.caseId().toString(), "span", span == null ? UUID.randomUUID().toString() : span.toString()));
        return () -> {
            transactions.executeWithoutResult(_ -> timer.fire(due));
            return null;
        };
    }

    void look(Received received) {
        try {
            looks(received).call();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Lets five days go by, after which the reminder goes and leaves. */
    void reminded(Access agent, Received received) {
        days(5);
        look(received);
        left(agent, received);
    }

    /** Waits until everything that was written has left; letters, which no adapter takes, would keep it waiting. */
    void left(Access agent, Received received) {
        db.update(OUTBOX).set(OUTBOX.STATE, "sent").where(OUTBOX.CONVERSATION_ID.eq(received.conversation().value())).and(OUTBOX.CHANNEL.eq(Work.CHANNEL)).execute();
        eventually(() -> contacts.messages(agent, received.conversation(), 0, 100), all -> all.stream()
                .filter(one -> one.purpose().equals("notice")).noneMatch(one -> one.delivery() == Delivery.QUEUED));
    }

    OfCase of(Received received) {
        return contacts.caseOf(received.caseId()).silence();
    }

    CaseState state(Received received) {
        return contacts.caseOf(received.caseId()).state();
    }

    /** What the rule wrote. */
    List<String> written(Access agent, Received received) {
        return contacts.messages(agent, received.conversation(), 0, 100).stream().filter(one -> one.purpose().equals("notice")).map(MessageView::text).toList();
    }
}
