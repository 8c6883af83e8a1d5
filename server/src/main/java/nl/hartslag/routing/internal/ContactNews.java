package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.HANDLED;
import static nl.hartslag.routing.internal.db.Tables.LOAD;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.contacts.ContactEvent.ContactAbandoned;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.db.tables.records.LoadRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.OpenTime;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows the contacts in the transaction that changes them, so that what waits and what is in hand are never behind. */
@Component
class ContactNews {
    private final DSLContext db;
    private final Placing placing;
    private final Queues queues;
    private final WaitingContacts waiting;
    private final Offers offers;
    private final Presences presences;
    private final ByName byName;
    private final Contacts contacts;
    private final Organisation organisation;
    private final Timers timers;
    private final Signals signals;
    private final OpeningHours hours;
    private final Steps steps;
    private final Widening widening;
    private final KnowsTheCase knowers;
    private final PersonTimes times;
    private final Haste haste;
    private final SharesTaken shares;

    ContactNews(
            DSLContext db, Placing placing, Queues queues, WaitingContacts waiting, Offers offers, Presences presences, ByName byName,
            Contacts contacts, Organisation organisation, Timers timers, Signals signals, OpeningHours hours, Steps steps, Widening widening, KnowsTheCase knowers,
            PersonTimes times, Haste haste, SharesTaken shares) {
        this.db = db;
        this.placing = placing;
        this.queues = queues;
        this.waiting = waiting;
        this.offers = offers;
        this.presences = presences;
        this.byName = byName;
        this.contacts = contacts;
        this.organisation = organisation;
        this.timers = timers;
        this.signals = signals;
        this.hours = hours;
        this.steps = steps;
        this.widening = widening;
        this.knowers = knowers;
        this.times = times;
        this.haste = haste;
        this.shares = shares;
    }

    @EventListener
    void opened(ContactOpened news) {
        Queue queue = queues.get(news.queue());
        WaitingRecord row = new WaitingRecord();
        row.setContactId(news.contact().value());
        row.setConversationId(news.conversation().value());
        row.setBrandId(news.brand().value());
        row.setQueueId(queue.id().value());
        row.setMedium(news.medium());
        row.setChannel(news.channel());
        row.setEnteredAt(news.occurredAt());
        knowers.whoKnows(news, queue).ifPresent(person -> {
            row.setPreferredUser(person.value());
            row.setPreferredUntil(openAfter(queue, news.channel(), news.occurredAt(), queue.search().knowsCaseMinutes()));
        });
        if (await(row, queue, news.channel(), news.occurredAt())) steps.placed(row, placing.ruleOf(news, queue), heldUntil(row));
    }

    @EventListener
    void released(ContactReleased news) {
        waitsNoMore(news.contact());
        presences.hold(Stream.concat(Stream.ofNullable(news.from()), news.preferred().stream()).toList());
        takeFromHands(news.contact(), news.occurredAt());
        var about = contacts.contactOf(news.contact());
        Medium medium = Medium.of(news.medium());
        Queue queue = queueOf(news, about);
        // a queue of another company brings the contact within sight of its people
        if (!queue.id().equals(news.queue()) || !about.partner().equals(queue.partner())) contacts.queued(news.contact(), queue.id(), queue.partner());
        Optional<UserId> preferred = news.preferred().filter(person -> byName.mayHave(person, queue));
        WaitingRecord row = new WaitingRecord();
        row.setContactId(news.contact().value());
        row.setConversationId(news.conversation().value());
        row.setBrandId(news.brand().value());
        row.setQueueId(queue.id().value());
        row.setMedium(news.medium());
        row.setChannel(about.channel());
        // a customer who was never answered waits since he came
        row.setEnteredAt(about.firstAnswerAt() == null ? about.openedAt() : news.occurredAt());
        preferred.ifPresent(person -> {
            row.setPreferredUser(person.value());
            row.setPreferredUntil(ByName.keptUntil(
                    queue, medium, news.occurredAt(), overflowAt(queue, about.channel(), news.occurredAt())));
        });
        if (await(row, queue, about.channel(), news.occurredAt())) steps.returned(row, news, heldUntil(row));
    }

    /** Nobody is asked before this; empty when somebody may be asked at once. */
    private Optional<Instant> heldUntil(WaitingRecord row) {
        Instant at = row.getEnteredAt();
        return hours.offeredFrom(new QueueId(row.getQueueId()), new BrandId(row.getBrandId()), row.getChannel(), row.getMedium(), at)
                .filter(opens -> opens.isAfter(at));
    }

    /** Where it stood or is handed to; what finds its queue archived comes where it would come today. */
    private Queue queueOf(ContactReleased news, ContactView about) {
        if (news.queue() != null) {
            Queue queue = queues.get(news.queue());
            if (!queue.brand().equals(news.brand())) throw Problem.invalid("queue", "unknown");
            if (queues.isInUse(queue.id())) return queue;
        }
        return placing.place(
                news.brand(), about.channel(), Medium.of(news.medium()), Optional.empty(), Optional.ofNullable(about.reason()));
    }

    private boolean await(WaitingRecord row, Queue queue, String channel, Instant from) {
        ContactId contact = new ContactId(row.getContactId());
        // as the database keeps it, so that a timer finds it again
        row.setSince(from.truncatedTo(ChronoUnit.MICROS));
        row.setRing(0);
        row.setTurns(queue.search().sharing().shared() ? Reach.NOBODY : Reach.ALL);
        haste.fill(row);
        boolean waitsFirst = waiting.put(row);
        if (waitsFirst) widening.begin(row, queue);
        timers.schedule(Overflow.TIMER, contact.toString(), overflowAt(queue, channel, from), Map.of());
        signals.contact(contact);
        signals.queue(queue.id());
        return waitsFirst;
    }

    private Instant overflowAt(Queue queue, String channel, Instant from) {
        return openAfter(queue, channel, from, queue.overflowMinutes());
    }

    private Instant openAfter(Queue queue, String channel, Instant from, int minutes) {
        Duration open = Duration.ofMinutes(minutes);
        return OpenTime.after(organisation.hours(queue.brand(), channel), from, open).orElseGet(() -> from.plus(open));
    }

    @EventListener
    void assigned(ContactAssigned news) {
        Optional<WaitingRecord> waited = waiting.remove(news.contact());
        waited.ifPresent(row -> signals.queue(new QueueId(row.getQueueId())));
        steps.assigned(news, waited);
        offers.settle(news.contact(), Optional.of(news.user()));
        takeFromHands(news.contact(), news.occurredAt());
        presences.ensure(news.user(), news.occurredAt());
        db.insertInto(LOAD)
                .set(LOAD.CONTACT_ID, news.contact().value())
                .set(LOAD.CONVERSATION_ID, news.conversation().value())
                .set(LOAD.USER_ID, news.user().value())
                .set(LOAD.QUEUE_ID, news.queue() == null ? null : news.queue().value())
                .set(LOAD.BRAND_ID, news.brand().value())
                .set(LOAD.MEDIUM, news.medium())
                .set(LOAD.SINCE, news.occurredAt())
                .execute();
        shares.taken(news);
        handsChanged(news.user(), news.queue(), news.occurredAt());
    }

    @EventListener
    void wrappedUp(ContactWrappedUp news) {
        knowers.learn(news);
        takeFromHands(news.contact(), news.occurredAt()).ifPresent(held -> {
            if (held.getQueueId() == null) return;
            int seconds = (int) Math.max(0, Duration.between(held.getSince(), news.occurredAt()).toSeconds());
            db.insertInto(HANDLED)
                    .set(HANDLED.CONTACT_ID, times.handled(news.contact(), news.brand()))
                    .set(HANDLED.QUEUE_ID, held.getQueueId())
                    .set(HANDLED.MEDIUM, held.getMedium())
                    .set(HANDLED.SECONDS, seconds)
                    .set(HANDLED.ENDED_AT, news.occurredAt())
                    .onConflictDoNothing()
                    .execute();
        });
        waitsNoMore(news.contact());
        times.ended(news.contact(), news.brand());
    }

    @EventListener
    void abandoned(ContactAbandoned news) {
        waitsNoMore(news.contact());
        times.ended(news.contact(), news.brand());
    }

    private void waitsNoMore(ContactId contact) {
        waiting.remove(contact).ifPresent(row -> signals.queue(new QueueId(row.getQueueId())));
        offers.settle(contact, Optional.empty());
    }

    private Optional<LoadRecord> takeFromHands(ContactId contact, Instant at) {
        Optional<LoadRecord> held = db.deleteFrom(LOAD).where(LOAD.CONTACT_ID.eq(contact.value())).returning().fetchOptional();
        held.ifPresent(row -> handsChanged(
                new UserId(row.getUserId()), row.getQueueId() == null ? null : new QueueId(row.getQueueId()), at));
        return held;
    }

    private void handsChanged(UserId user, @Nullable QueueId queue, Instant at) {
        presences.touched(user, at);
        if (queue != null) signals.queue(queue);
        signals.agent(user);
        signals.hands(user);
    }
}
