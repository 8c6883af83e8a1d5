package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.OFFER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.OfferView;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.db.tables.records.OfferRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Asking;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Consideration.Answers;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.OfferId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asking one person for one contact. Locks are taken in one order everywhere: the person, what keeps him free, the contact, the waiting row,
 * the offer, what is in hand; timers are never cancelled but find that nothing is left to do.
 */
@Component
class Offers {
    static final String TIMER = "routing.offer";

    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Presences presences;
    private final Agents agents;
    private final WaitingContacts waiting;
    private final Queues queues;
    private final Contacts contacts;
    private final Timers timers;
    private final LiveStream live;
    private final Signals signals;
    private final StoredFacts json;
    private final KeptFree keptFree;

    Offers(
            DSLContext db, TransactionTemplate transactions, Clock clock, Presences presences, Agents agents, WaitingContacts waiting,
            Queues queues, Contacts contacts, Timers timers, LiveStream live, Signals signals, StoredFacts json, KeptFree keptFree) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.presences = presences;
        this.agents = agents;
        this.waiting = waiting;
        this.queues = queues;
        this.contacts = contacts;
        this.timers = timers;
        this.live = live;
        this.signals = signals;
        this.json = json;
        this.keptFree = keptFree;
    }

    /**
     * Asks, if the contact still waits unasked and the person still has room; false otherwise. An open offer of what can wait
     * makes place for someone who sits waiting.
     */
    boolean make(ContactId contact, UserId user, Grounds grounds) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            presences.lock(user);
            Instant now = clock.instant();
            Optional<Candidate> candidate = presences.candidate(user);
            var row = waiting.row(contact);
            if (candidate.isEmpty() || row.isEmpty()) return false;
            Waiting wanted = waiting.waiting(row.get(), now);
            if (!mayBeAsked(candidate.get(), wanted) || !keptFree.lets(candidate.get(), wanted, now)) return false;
            Instant expiresAt = now.plusSeconds(wanted.queue().offerSeconds());
            if (candidate.get().asked()) withdrawFrom(user);
            if (!waiting.offer(contact, user, expiresAt)) {
                status.setRollbackOnly();
                return false;
            }
            OfferId id = OfferId.next();
            db.insertInto(OFFER)
                    .set(OFFER.ID, id.value())
                    .set(OFFER.CONTACT_ID, contact.value())
                    .set(OFFER.QUEUE_ID, wanted.queue().id().value())
                    .set(OFFER.USER_ID, user.value())
                    .set(OFFER.OFFERED_AT, now)
                    .set(OFFER.EXPIRES_AT, expiresAt)
                    .set(OFFER.OUTCOME, "open")
                    .set(OFFER.WAY, grounds.way())
                    .set(OFFER.SCORE, wanted.score(now).total())
                    .set(OFFER.RING, wanted.ring())
                    .set(OFFER.OTHERS, json.of(grounds.others()))
                    .execute();
            timers.schedule(TIMER, id.toString(), expiresAt, Map.of());
            openTo(user).stream().findFirst().ifPresent(offer -> live.publish(
                    LiveEvent.ofUser("offer.made", user, Map.of("offer", offer))));
            return true;
        }));
    }

    private static boolean mayBeAsked(Candidate candidate, Waiting wanted) {
        return wanted.isFor(candidate.agent()) && candidate.mayBeAskedFor(wanted.medium());
    }

    /** Assigns the contact to whoever was asked. */
    ContactId accept(OfferId id, UserId user) {
        Optional<ContactId> accepted = transactions.execute(status -> {
            presences.lock(user);
            Optional<ContactId> contact = openOffer(id, user).map(offer -> new ContactId(offer.getContactId()));
            if (contact.isEmpty()) return contact;
            Optional<Waiting> waitedFor = waiting.row(contact.get()).map(row -> waiting.waiting(row, clock.instant()));
            // what becomes of the offer is decided by hearing of the assignment; see ContactNews
            if (!contacts.assign(contact.get(), user)) {
                forgetUnlessWaiting(contact.get());
                return Optional.empty();
            }
            if (outcomeOf(id).equals("accepted")) {
                waitedFor.ifPresent(wanted -> agents.agent(user).ifPresent(agent -> followCompany(wanted, agent)));
                return contact;
            }
            status.setRollbackOnly();
            return Optional.empty();
        });
        return accepted.orElseThrow(() -> Problem.of("routing/offer-gone", 409));
    }

    /** Whoever of another company helps out gets it within sight of his company, and out of that of the one before. */
    void followCompany(Waiting wanted, Agent agent) {
        if (agent.partner().isPresent() && !agent.partner().equals(contacts.contactOf(wanted.contact()).partner())) {
            contacts.queued(wanted.contact(), wanted.queue().id(), agent.partner());
        }
    }

    /** Mends a row that was left behind. */
    void forgetUnlessWaiting(ContactId contact) {
        if (contacts.contactOf(contact).state().equals("waiting")) return;
        waiting.remove(contact);
        settle(contact, Optional.empty());
    }

    void decline(OfferId id, UserId user) {
        transactions.executeWithoutResult(_ -> {
            presences.lock(user);
            OfferRecord offer = openOffer(id, user).orElseThrow(() -> Problem.of("routing/offer-gone", 409));
            if (!close(offer, Outcome.DECLINED)) throw Problem.of("routing/offer-gone", 409);
        });
    }

    /** Nobody answered: the contact goes to others. Harmless when it was decided meanwhile. */
    void expire(OfferId id) {
        transactions.executeWithoutResult(_ -> db.selectFrom(OFFER).where(OFFER.ID.eq(id.value())).fetchOptional()
                .filter(offer -> offer.getOutcome().equals("open") && !offer.getExpiresAt().isAfter(clock.instant()))
                .ifPresent(offer -> {
                    presences.lock(new UserId(offer.getUserId()));
                    close(offer, Outcome.TIMED_OUT);
                }));
    }

    /** Takes the open offer back from someone who is not there any more. Call with the person locked. */
    void withdrawFrom(UserId user) {
        db.selectFrom(OFFER).where(OFFER.USER_ID.eq(user.value())).and(OFFER.OUTCOME.eq("open"))
                .fetch().forEach(offer -> close(offer, Outcome.WITHDRAWN));
    }

    enum Outcome {
        DECLINED("declined", true), TIMED_OUT("timed_out", true), WITHDRAWN("withdrawn", false);

        private final String key;
        private final boolean refusal;

        Outcome(String key, boolean refusal) {
            this.key = key;
            this.refusal = refusal;
        }
    }

    private boolean close(OfferRecord offer, Outcome outcome) {
        UserId user = new UserId(offer.getUserId());
        ContactId contact = new ContactId(offer.getContactId());
        Instant now = clock.instant();
        waiting.unoffer(contact, user, outcome.refusal);
        int closed = db.update(OFFER).set(OFFER.OUTCOME, outcome.key).set(OFFER.DECIDED_AT, now)
                .where(OFFER.ID.eq(offer.getId())).and(OFFER.OUTCOME.eq("open")).execute();
        if (closed == 0) return false;
        presences.touched(user, now);
        tellGone(offer, outcome.key);
        signals.contact(contact);
        signals.agent(user);
        return true;
    }

    /** The contact was assigned, or ended: what is still open is settled. Hears it in the transaction that did it. */
    void settle(ContactId contact, Optional<UserId> assignedTo) {
        Instant now = clock.instant();
        for (OfferRecord offer : db.selectFrom(OFFER)
                .where(OFFER.CONTACT_ID.eq(contact.value())).and(OFFER.OUTCOME.eq("open")).forUpdate().fetch()) {
            UserId asked = new UserId(offer.getUserId());
            String outcome = assignedTo.equals(Optional.of(asked)) ? "accepted" : "withdrawn";
            db.update(OFFER).set(OFFER.OUTCOME, outcome).set(OFFER.DECIDED_AT, now)
                    .where(OFFER.ID.eq(offer.getId())).execute();
            tellGone(offer, outcome);
            signals.agent(asked);
        }
    }

    private void tellGone(OfferRecord offer, String why) {
        live.publish(LiveEvent.ofUser("offer.gone", new UserId(offer.getUserId()),
                Map.of("id", offer.getId(), "contact", offer.getContactId(), "why", why)));
    }

    List<OfferView> openTo(UserId user) {
        return db.selectFrom(OFFER).where(OFFER.USER_ID.eq(user.value())).and(OFFER.OUTCOME.eq("open"))
                .and(OFFER.EXPIRES_AT.gt(clock.instant())).orderBy(OFFER.OFFERED_AT).fetch()
                .stream().flatMap(offer -> view(offer).stream()).toList();
    }

    private Optional<OfferView> view(OfferRecord offer) {
        ContactId contact = new ContactId(offer.getContactId());
        Queue queue = queues.get(new QueueId(offer.getQueueId()));
        return waiting.row(contact).map(row -> {
            var about = contacts.contactOf(contact);
            return new OfferView(
                    new OfferId(offer.getId()), contact, new ConversationId(row.getConversationId()),
                    new BrandId(row.getBrandId()), queue.id(), queue.name(), about.channel(), row.getMedium(),
                    about.subject(), row.getEnteredAt(), offer.getOfferedAt(), offer.getExpiresAt());
        });
    }

    /** Who refused the contact, the newest first, and whether the last one asked did. */
    Answers answers(ContactId contact) {
        var asked = db.select(OFFER.USER_ID, OFFER.OUTCOME, OFFER.DECIDED_AT).from(OFFER)
                .where(OFFER.CONTACT_ID.eq(contact.value())).and(OFFER.OUTCOME.ne("open"))
                .orderBy(OFFER.OFFERED_AT.desc()).limit(100).fetch();
        boolean lastRefused = !asked.isEmpty() && isRefusal(asked.getFirst().value2());
        return new Answers(
                asked.stream().filter(row -> isRefusal(row.value2()))
                        .map(row -> new Asking.Refusal(new UserId(row.value1()), row.value3())).toList(),
                lastRefused);
    }

    /** Offers past their time, should a timer be late or lost. */
    List<OfferId> overdue() {
        return db.select(OFFER.ID).from(OFFER).where(OFFER.OUTCOME.eq("open")).and(OFFER.EXPIRES_AT.le(clock.instant()))
                .fetch(row -> new OfferId(row.value1()));
    }

    private static boolean isRefusal(String outcome) {
        return outcome.equals("declined") || outcome.equals("timed_out");
    }

    private Optional<OfferRecord> openOffer(OfferId id, UserId user) {
        return db.selectFrom(OFFER).where(OFFER.ID.eq(id.value())).and(OFFER.USER_ID.eq(user.value()))
                .and(OFFER.OUTCOME.eq("open")).and(OFFER.EXPIRES_AT.gt(clock.instant())).fetchOptional();
    }

    private String outcomeOf(OfferId id) {
        return db.select(OFFER.OUTCOME).from(OFFER).where(OFFER.ID.eq(id.value())).fetchSingle().value1();
    }
}
