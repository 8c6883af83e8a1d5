package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Priority;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.internal.rules.Asking.Refusal;
import nl.hartslag.routing.internal.rules.Consideration.Answers;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;

/** A day, event by event, on a clock of its own. Decisions are the product's rules; only the tables are replaced by lists. */
final class Day {
    private static final Reserve KEEPS = new Reserve(6, "call", Set.of(), 2);
    /** Five minutes, and whoever could help may be kept free by another queue until he is lent. */
    static final Duration LIVE_BOUND = Duration.ofMinutes(5 + KEEPS.lentMinutes());
    static final Duration MAIL_BOUND = Duration.ofHours(8);
    static final Duration MAIL_PROMISE = Duration.ofHours(4);
    private static final Duration LIVE_PROMISE = Duration.ofMinutes(1);
    private static final List<Priority> PRIORITIES = List.of(
            Priority.URGENT, Priority.HIGH, Priority.HIGH, Priority.LOW, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL);
    private static final Instant MORNING = Instant.parse("2026-11-30T07:00:00Z");
    private static final Duration OPEN = Duration.ofHours(12);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int ANSWER_WITHIN = 30;

    /** @param comes what a contact may be, one of these as likely as another */
    record Size(int agents, int queues, int skills, int contacts, List<Medium> comes) {}

    private record Event(Instant at, int number, Runnable what) {}

    private static final class Person {
        final Agent agent;
        final Capacity capacity;
        final Map<Medium, Integer> held = new EnumMap<>(Medium.class);
        final List<Contact> inHand = new ArrayList<>();
        boolean here = true;
        Instant idleSince = MORNING;
        Contact asked;

        Person(Agent agent, Capacity capacity) {
            this.agent = agent;
            this.capacity = capacity;
        }

        Hands hands() {
            Map<Medium, Integer> all = new EnumMap<>(held);
            if (asked != null) all.merge(asked.medium, 1, Integer::sum);
            return Hands.of(capacity, all);
        }

        Candidate candidate() {
            return new Candidate(agent, hands(), idleSince, Optional.ofNullable(asked).map(contact -> contact.medium));
        }
    }

    private static final class Contact {
        final ContactId id = ContactId.next();
        final Queue queue;
        final Medium medium;
        final Priority priority;
        final Instant due;
        final List<Refusal> refusals = new ArrayList<>();
        /** Since when the customer waits: since he came, or since he lost whoever helped him. */
        Instant entered;
        boolean lastRefused;
        int ring;
        int offer;
        Person askedOf;

        Contact(Queue queue, Medium medium, Priority priority, Instant entered) {
            this.queue = queue;
            this.medium = medium;
            this.priority = priority;
            this.entered = entered;
            this.due = entered.plus(medium.live() ? LIVE_PROMISE : MAIL_PROMISE);
        }

        Waiting waiting() {
            return new Waiting(id, queue, medium, medium.key(), entered, priority, Optional.of(due), Optional.empty(), ring);
        }

        Answers answers() {
            return new Answers(refusals, lastRefused);
        }
    }

    /** No call comes beside a chat, so every other person does no chats. */
    private static final Capacity ON_THE_PHONE = new Capacity(1, 0, 5);
    private static final Capacity CHATTING = new Capacity(1, 3, 5);
    private final Size size;
    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final List<Person> people = new ArrayList<>();
    private final Map<UserId, Person> byId = new HashMap<>();
    private final Set<Contact> waiting = new HashSet<>();
    private Instant now = MORNING;
    private int number;
    int arrived;
    int handled;
    int offers;
    int overCapacity;
    int idleBesideWork;
    int callsBesideMail;
    int late;
    /** How often somebody who was kept free was asked for other work that had not waited long. */
    int takenFromReserve;
    private List<Queue> keeping = List.of();
    int mostWaiting;
    Duration longestLive = Duration.ZERO;
    Duration longestMail = Duration.ZERO;

    Day(Size size, long seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    void run() {
        List<SkillId> skills = new ArrayList<>();
        for (int i = 0; i < size.skills(); i++) skills.add(SkillId.next());
        List<Queue> queues = new ArrayList<>();
        for (int i = 0; i < size.queues(); i++) queues.add(aQueue(skills.get(i % skills.size()), i % 8 == 0 ? KEEPS : Reserve.NONE));
        keeping = queues.stream().filter(queue -> queue.search().reserve().free() > 0).toList();
        for (int i = 0; i < size.agents(); i++) aPerson(skills, i);
        for (int i = 0; i < size.contacts(); i++) {
            // half of it within a quarter of the day
            Duration when = random.nextBoolean()
                    ? Duration.ofHours(2).plusSeconds(random.nextLong(OPEN.toSeconds() / 4))
                    : Duration.ofSeconds(random.nextLong(OPEN.toSeconds()));
            Queue queue = queues.get(random.nextInt(queues.size()));
            Medium medium = size.comes().get(random.nextInt(size.comes().size()));
            Priority priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
            at(MORNING.plus(when), () -> arrives(new Contact(queue, medium, priority, now)));
        }
        for (Duration time = ROUND; time.compareTo(OPEN.plusHours(12)) < 0; time = time.plus(ROUND)) at(MORNING.plus(time), this::round);
        for (Person person : people) dropsOut(person);
        while (!events.isEmpty()) {
            Event next = events.poll();
            now = next.at();
            next.what().run();
        }
    }

    private Queue aQueue(SkillId skill, Reserve reserve) {
        Search search = random.nextBoolean() ? Search.PLAIN : new Search(Map.of(skill, 5), 0, List.of(
                new Ring(2, Map.of(skill, 2), Set.of(), false), new Ring(10, Map.of(skill, 1), Set.of(), false)));
        return new Queue(
                QueueId.next(), Rules.BRAND, "Queue", Optional.empty(), random.nextInt(101), 1 + random.nextInt(30), "push", ANSWER_WITHIN, 60,
                Map.of(skill, 3), false, false, search.with(reserve));
    }

    /** Whoever is in the same place of the row has the same first skill, so that each is had by many. */
    private void aPerson(List<SkillId> skills, int place) {
        Map<SkillId, Integer> has = new HashMap<>(Map.of(skills.get(place % skills.size()), 3 + random.nextInt(3)));
        for (int i = 0; i < 4; i++) has.putIfAbsent(skills.get(random.nextInt(skills.size())), 1 + random.nextInt(5));
        Person person = new Person(new Agent(UserId.next(), Set.of(Rules.BRAND), Optional.empty(), has, Optional.empty()),
                size.comes().contains(Medium.CALL) && place / size.skills() % 2 == 0 ? ON_THE_PHONE : CHATTING);
        people.add(person);
        byId.put(person.agent.user(), person);
    }

    private void at(Instant when, Runnable what) {
        events.add(new Event(when, number++, what));
    }

    private void after(int seconds, Runnable what) {
        at(now.plusSeconds(seconds), what);
    }

    private void arrives(Contact contact) {
        arrived++;
        waits(contact);
        List<Ring> rings = contact.queue.search().rings();
        for (int i = 0; i < rings.size(); i++) {
            int ring = i + 1;
            after(60 * rings.get(i).afterMinutes(), () -> {
                contact.ring = Math.max(contact.ring, ring);
                findSomeone(contact);
            });
        }
    }

    private void waits(Contact contact) {
        waiting.add(contact);
        mostWaiting = Math.max(mostWaiting, waiting.size());
        findSomeone(contact);
    }

    private Consideration consider(Contact contact) {
        return Consideration.of(contact.waiting(), here(), reserves(), _ -> true, contact.answers(), now);
    }

    private Reserves reserves() {
        return Reserves.of(keeping, here(), (_, _) -> true);
    }

    private List<Candidate> here() {
        return people.stream().filter(person -> person.here).map(Person::candidate).toList();
    }

    private void findSomeone(Contact contact) {
        if (!waiting.contains(contact) || contact.askedOf != null) return;
        consider(contact).order().stream().findFirst().ifPresent(candidate -> ask(contact, byId.get(candidate.agent().user())));
    }

    /** As the product does for who got room: what comes first of all that waits for him. */
    private void findSomething(Person person) {
        if (!person.here || person.asked != null || !person.hands().room()) return;
        Lent lent = reserves().lent(person.candidate(), now);
        waiting.stream()
                .filter(contact -> lent.allows(contact.waiting()))
                .filter(contact -> contact.askedOf == null && contact.waiting().isFor(person.agent) && person.hands().roomFor(contact.medium))
                .sorted(Comparator.comparing(Contact::waiting, Waiting.firstFor(person.agent.user(), person.hands(), now)))
                .filter(contact -> contact.refusals.isEmpty() || consider(contact).order().stream().anyMatch(each -> each.agent().equals(person.agent)))
                .findFirst()
                .ifPresent(contact -> ask(contact, person));
    }

    private void ask(Contact contact, Person person) {
        offers++;
        Map<QueueId, Integer> before = stayFree();
        boolean lent = !contact.entered.isAfter(now.minus(Duration.ofMinutes(KEEPS.lentMinutes())));
        askOf(contact, person);
        for (Queue queue : keeping) {
            int left = reserves().freeFor(queue.id());
            if (lent || Reserves.keeps(contact.queue, person.agent) || left >= before.get(queue.id())) continue;
            if (left < queue.search().reserve().free()) takenFromReserve++;
        }
    }

    private Map<QueueId, Integer> stayFree() {
        Reserves reserves = reserves();
        return keeping.stream().collect(Collectors.toMap(Queue::id, queue -> reserves.freeFor(queue.id())));
    }

    private void askOf(Contact contact, Person person) {
        if (person.asked != null) withdraw(person);
        person.asked = contact;
        contact.askedOf = person;
        int offer = ++contact.offer;
        int luck = random.nextInt(100);
        int delay = luck < 88 ? 1 + random.nextInt(8) : luck < 93 ? 5 : ANSWER_WITHIN;
        after(delay, () -> answered(contact, person, offer, luck < 88));
    }

    private void answered(Contact contact, Person person, int offer, boolean yes) {
        if (contact.offer != offer || contact.askedOf != person) return;
        person.asked = null;
        contact.askedOf = null;
        person.idleSince = now;
        if (yes) {
            takes(contact, person);
        } else {
            contact.refusals.addFirst(new Refusal(person.agent.user(), now));
            contact.lastRefused = true;
            findSomeone(contact);
        }
        findSomething(person);
    }

    private void withdraw(Person person) {
        Contact contact = person.asked;
        person.asked = null;
        contact.askedOf = null;
        contact.lastRefused = false;
        // like the product, which looks again after the one who makes place has been asked
        after(0, () -> findSomeone(contact));
    }

    private void takes(Contact contact, Person person) {
        waiting.remove(contact);
        Duration waited = Duration.between(contact.entered, now);
        if (contact.medium.live() && waited.compareTo(longestLive) > 0) longestLive = waited;
        if (!contact.medium.live() && waited.compareTo(longestMail) > 0) longestMail = waited;
        if (now.isAfter(contact.due)) late++;
        if (contact.medium == Medium.CALL && person.held.getOrDefault(Medium.MAIL, 0) > 0) callsBesideMail++;
        person.held.merge(contact.medium, 1, Integer::sum);
        person.inHand.add(contact);
        if (person.held.get(contact.medium) > most(person.capacity, contact.medium)) overCapacity++;
        int minutes = switch (contact.medium) {
            case CALL -> 13;
            case CHAT -> 22;
            case MAIL -> 20;
        };
        after(60 * minutes / 2 + random.nextInt(60 * minutes), () -> ends(contact, person));
    }

    private static int most(Capacity capacity, Medium medium) {
        return switch (medium) {
            case CALL -> capacity.calls();
            case CHAT -> capacity.chats();
            case MAIL -> capacity.mails();
        };
    }

    private void ends(Contact contact, Person person) {
        if (!person.inHand.remove(contact)) return;
        person.held.merge(contact.medium, -1, Integer::sum);
        person.idleSince = now;
        handled++;
        findSomething(person);
    }

    /** Once in the day everyone's line breaks for a while: who sits waiting goes back to the queue, mails stay with him. */
    private void dropsOut(Person person) {
        Instant gone = MORNING.plusSeconds(random.nextLong(OPEN.toSeconds()));
        at(gone, () -> {
            person.here = false;
            if (person.asked != null) withdraw(person);
            List<Contact> live = person.inHand.stream().filter(contact -> contact.medium.live()).toList();
            person.inHand.removeAll(live);
            live.forEach(contact -> {
                person.held.merge(contact.medium, -1, Integer::sum);
                contact.lastRefused = false;
                contact.entered = now;
                waits(contact);
            });
        });
        at(gone.plusSeconds(600 + random.nextInt(1800)), () -> {
            person.here = true;
            person.idleSince = now;
            findSomething(person);
        });
    }

    /** What a lost signal would leave behind is found here; and so is whoever idles beside work that he could be asked for. */
    private void round() {
        people.forEach(this::findSomething);
        for (Contact contact : waiting) {
            if (contact.askedOf != null) continue;
            for (Candidate candidate : consider(contact).order()) {
                if (!candidate.asked()) idleBesideWork++;
            }
        }
    }
}
