package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.internal.Presences.Present;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.OfferId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The work of one person: being there, being asked, taking. */
@Component
class RoutingService implements Routing {
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final QueueSetup setup;
    private final Presences presences;
    private final Agents agents;
    private final Offers offers;
    private final NextInTurn next;
    private final WaitTimes times;
    private final OpeningHours hours;
    private final Contacts contacts;
    private final Signals signals;
    private final Views views;
    private final Steps steps;
    private final SeenQueue seen;

    RoutingService(
            TransactionTemplate transactions, Clock clock, Queues queues, QueueSetup setup, Presences presences,
            Agents agents, Offers offers, NextInTurn next, WaitTimes times, OpeningHours hours, Contacts contacts,
            Signals signals, Views views, Steps steps, SeenQueue seen) {
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.setup = setup;
        this.presences = presences;
        this.agents = agents;
        this.offers = offers;
        this.next = next;
        this.times = times;
        this.hours = hours;
        this.contacts = contacts;
        this.signals = signals;
        this.views = views;
        this.steps = steps;
        this.seen = seen;
    }

    @Override
    public List<Queue> queues(Access access) {
        return queues.inUse().stream().filter(queue -> access.sees(queue.brand(), queue.partner())).toList();
    }

    @Override
    public List<Queue> queuesInSight(Access access) {
        return Stream.concat(queues(access).stream(), seen.shared(access).stream()).toList();
    }

    @Override
    public Optional<Queue> queue(QueueId id) {
        return queues.find(id);
    }

    @Override
    public QueueId createQueue(NewQueue queue) {
        return transactions.execute(_ -> setup.insert(queue));
    }

    @Override
    public void addRule(
            BrandId brand, Optional<String> channel, Optional<ReasonId> reason, Optional<String> address, QueueId queue) {
        transactions.executeWithoutResult(_ ->
                setup.putRule(new QueueSettings.NewRule(brand, channel, reason, address, queue)));
    }

    @Override
    public PresenceView presence(UserId user) {
        return presences.find(user).map(views::presence).orElseGet(() -> new PresenceView(
                user, PresenceState.OFFLINE, clock.instant(), false, Hands.USUAL, Map.of(), null, List.of()));
    }

    @Override
    public Map<UserId, PresenceState> states(Collection<UserId> users) {
        return presences.states(users);
    }

    @Override
    public void setPresence(Access access, PresenceState state) {
        access.require(Permission.CONTACTS_HANDLE);
        UserId user = access.user();
        transactions.executeWithoutResult(_ -> {
            presences.lock(user);
            if (state != PresenceState.AVAILABLE) offers.withdrawFrom(user);
            boolean read = presences.knowsWhoLoggedHimOff(user);
            if (!presences.set(user, state, clock.instant()) && !read) return;
            signals.agent(user);
            signals.hands(user);
        });
    }

    @Override
    public List<OfferView> offersTo(UserId user) {
        return offers.openTo(user);
    }

    @Override
    public ContactId accept(Access access, OfferId offer) {
        access.require(Permission.CONTACTS_HANDLE);
        return offers.accept(offer, access.user());
    }

    @Override
    public void decline(Access access, OfferId offer) {
        offers.decline(offer, access.user());
    }

    @Override
    public Optional<Held> heldFrom(Access access) {
        return access.may(Permission.CONTACTS_HANDLE) ? hours.waitingForOpening(agents.of(access), clock.instant()) : Optional.empty();
    }

    @Override
    public Optional<ContactId> takeNext(Access access, Optional<QueueId> queue) {
        access.require(Permission.CONTACTS_HANDLE);
        Agent agent = agents.of(access);
        Map<QueueId, Reach> from = queue.map(only -> next.only(agent, only)).orElseGet(() -> queues.reachOf(agent, _ -> true));
        if (queue.isPresent() && from.isEmpty()) throw Problem.of("routing/not-your-queue", 403);
        return transactions.execute(_ -> takeFirst(agent, from, queue));
    }

    private Optional<ContactId> takeFirst(Agent agent, Map<QueueId, Reach> from, Optional<QueueId> only) {
        UserId user = agent.user();
        presences.lock(user);
        Instant now = clock.instant();
        presences.ensure(user, now);
        Hands hands = presences.find(user).map(Present::hands).orElseThrow();
        if (!hands.room()) throw Problem.of("routing/hands-full", 409);
        for (Waiting wanted : next.of(agent, from, only, hands, now)) {
            if (contacts.assign(wanted.contact(), user)) {
                offers.followCompany(wanted, agent);
                steps.wasNext(wanted.contact(), user, wanted.score(now).total());
                return Optional.of(wanted.contact());
            }
            offers.forgetUnlessWaiting(wanted.contact());
        }
        return Optional.empty();
    }

    @Override
    public boolean outOfTurn(Access access, ContactId contact) {
        return next.passingOthers(access, contact).isPresent();
    }

    @Override
    public WaitView waitOf(ContactId contact) {
        return times.of(contact)
                .map(wait -> new WaitView(wait.ahead(), wait.expectedSeconds()))
                .orElseGet(() -> new WaitView(0, 0));
    }
}
