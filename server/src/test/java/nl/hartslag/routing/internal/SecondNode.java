package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Duration;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Routing once more on the same database, with a memory of its own, as another node has it. */
@TestComponent
class SecondNode {
    final Routing routing;
    final Connections connections;
    final Rounds rounds;
    final Offers offers;

    SecondNode(
            DSLContext db, TransactionTemplate transactions, Clock clock, Contacts contacts, Organisation organisation,
            OrganisationSettings organisationSettings,
            People people, Audit audit, LiveStream live, Timers timers, StoredFacts facts, Steps steps, Widening widening) {
        var settings = new RoutingSettings(Duration.ofSeconds(20), Duration.ofSeconds(60));
        var signals = new Signals();
        var agents = new Agents(db, clock, people);
        var queues = new Queues(db);
        var presences = new Presences(db, agents);
        var waiting = new WaitingContacts(db, queues);
        var hours = new OpeningHours(db, organisation, queues);
        var keptFree = new KeptFree(db, queues, presences, agents, hours, clock);
        offers = new Offers(db, transactions, clock, presences, agents, waiting, queues, contacts, timers, live, signals, facts, keptFree);
        var personTimes = new PersonTimes(db, organisation, timers, clock);
        var shares = new SharesTaken(db, clock, queues, agents, contacts, organisation, personTimes);
        var turns = new Turns(
                db, transactions, clock, waiting, queues, presences, hours, organisation, contacts, timers, signals, steps, shares);
        var matching = new Matching(clock, presences, waiting, queues, offers, hours, turns, keptFree);
        connections = new Connections(db, transactions, clock, timers, presences, settings, signals);
        var otherWorks = new OtherWorks(db, transactions, clock, queues, presences, offers, agents, people, timers, live, signals, audit);
        var views = new Views(agents, personTimes, otherWorks, keptFree);
        var figures = new Figures(db, transactions, clock, queues, presences, hours, live, signals, views, keptFree);
        var byName = new ByName(db, clock, agents, queues, signals);
        rounds = new Rounds(db, clock, signals, matching, offers, presences, byName, new LeftBehind(db, agents, contacts), queues, connections, figures, turns, shares);
        var capacities = new Capacities(db, transactions, people, agents, audit, signals);
        var seen = new SeenQueue(queues, people);
        var setup = new QueueSetup(
                db, transactions, clock, queues, capacities, people, organisationSettings, audit, widening, new Haste(db, queues, contacts), turns,
                agents, seen, signals);
        var times = new WaitTimes(db, clock, waiting, queues, new Placing(db, transactions, queues, organisation), presences);
        routing = new RoutingService(
                transactions, clock, queues, setup, presences, agents, offers, new NextInTurn(clock, queues, waiting, presences, agents), times, hours,
                contacts, signals, views, steps, seen);
    }
}
