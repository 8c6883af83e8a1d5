package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two nodes and many people at once: whatever happens in whatever order, these laws hold. */
@HartslagTest
@Import({RoutingWorld.class, SecondNode.class})
class TwoNodesTest {
    private static final int THREADS = 4;
    private static final int STEPS = Soak.rounds(60, 3_000);

    @Autowired
    RoutingWorld world;

    @Autowired
    SecondNode second;

    @Autowired
    MovableClock clock;

    @Autowired
    PersonGone gone;

    @Autowired
    ChatsReturn chatsReturn;

    @Autowired
    Offers offers;

    private BrandId brand;
    private final List<Access> agents = new ArrayList<>();
    private final Queue<ContactId> opened = new ConcurrentLinkedQueue<>();
    private final Set<ContactId> handedOver = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void makeABrand() {
        brand = world.aBrand();
    }

    @AfterEach
    void goOn() {
        second.rounds.stop();
        clock.run();
    }

    @Test
    void ofManyWhoTakeTheNextOneGetsIt() throws Exception {
        QueueId queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        for (int i = 0; i < 8; i++) agents.add(world.anAgent(brand, Map.of()));
        ContactId chat = world.aChat(brand);
        List<Optional<ContactId>> taken = atOnce(agents.stream()
                .<Callable<Optional<ContactId>>>map(agent -> () -> node(agents.indexOf(agent)).takeNext(agent, Optional.of(queue)))
                .toList());
        assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(chat));
    }

    @Test
    void oneOfAcceptAndTakeWins() throws Exception {
        Access anna = world.available(world.anAgent(brand, Map.of()));
        Access bram = world.anAgent(brand, Map.of());
        ContactId chat = world.aChat(brand);
        world.rounds.make();
        var offer = world.offerTo(anna).orElseThrow();
        List<Boolean> won = atOnce(List.of(
                () -> succeeds(() -> world.routing.accept(anna, offer.id())),
                () -> succeeds(() -> second.routing.accept(anna, offer.id())),
                () -> succeeds(() -> world.contacts.take(bram, chat)),
                () -> succeeds(() -> second.routing.decline(anna, offer.id()))));
        boolean declined = won.get(3);
        assertThat(won.subList(0, 3)).filteredOn(each -> each).hasSize(1);
        assertThat(declined && (won.get(0) || won.get(1))).isFalse();
        assertThat(world.waits(chat)).isFalse();
        assertThat(world.openOffersFor(chat)).isZero();
    }

    @RepeatedTest(3)
    void everyContactEndsWithSomeoneOrWaitsInSight() throws Exception {
        long seed = System.nanoTime();
        SkillId skill = world.aSkill();
        world.aQueue(brand, "push", Optional.empty(), Map.of(skill, 2));
        for (int i = 0; i < 6; i++) agents.add(world.anAgent(brand, Map.of(skill, 1 + i % 3)));
        second.rounds.start();
        List<Callable<Boolean>> people = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RandomGenerator random = new java.util.Random(seed + i);
            people.add(() -> {
                for (int step = 0; step < STEPS; step++) somethingHappens(random);
                return true;
            });
        }
        assertThat(atOnce(people)).as("seed %d", seed).containsOnly(true);
        second.rounds.stop();
        world.rounds.stop();
        clock.advance(Duration.ofMinutes(2));
        world.connections.alive();
        second.connections.alive();
        offers.overdue().forEach(offers::expire);
        lawsHold(seed);
        everythingIsDoneBySomeoneWhoCanDoAll(skill);
        world.rounds.start();
    }

    private void somethingHappens(RandomGenerator random) {
        Access agent = agents.get(random.nextInt(agents.size()));
        boolean first = random.nextBoolean();
        Routing routing = first ? world.routing : second.routing;
        Connections screens = first ? world.connections : second.connections;
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> opened.add(random.nextBoolean() ? world.aChat(brand) : world.aMail(brand));
            case 3, 4 -> {
                screens.streamOpened(agent.user());
                refusable(() -> routing.setPresence(agent, PresenceState.AVAILABLE));
            }
            case 5 -> routing.setPresence(agent, PresenceState.values()[random.nextInt(4)]);
            case 6 -> {
                screens.streamClosed(agent.user());
                clock.advance(Duration.ofSeconds(random.nextInt(30)));
            }
            case 7 -> clock.advance(Duration.ofSeconds(random.nextInt(40)));
            case 8, 9, 10 -> routing.offersTo(agent.user()).forEach(offer -> refusable(() -> routing.accept(agent, offer.id())));
            case 11 -> routing.offersTo(agent.user()).forEach(offer -> refusable(() -> routing.decline(agent, offer.id())));
            case 12 -> refusable(() -> routing.takeNext(agent, Optional.empty()));
            case 13, 14 -> inHandOf(agent.user()).stream().findFirst().ifPresent(contact -> {
                Transfer toSomeone = Handed.to(null, agents.get(random.nextInt(agents.size())).user(), "");
                handedOver.add(contact);
                refusable(() -> world.contacts.transfer(agent, contact, toSomeone));
            });
            default -> inHandOf(agent.user()).stream().findFirst().ifPresent(contact -> refusable(() -> world.wrapUp(agent, contact)));
        }
    }

    /** No contact has two owners or none, nobody is given more than he may have but by a colleague, and no offer is open past its time. */
    private void lawsHold(long seed) {
        // chats of who is gone go back by their timers meanwhile, which the clock has made due
        for (ContactId contact : opened) eventually(() -> standsWhereItIs(contact));
        for (Access agent : agents) {
            for (Medium medium : Medium.values()) {
                int asked = world.db.fetchCount(WAITING, WAITING.OFFERED_TO.eq(agent.user().value()).and(WAITING.MEDIUM.eq(medium.key())));
                int most = switch (medium) {
                    case CALL -> Hands.USUAL.calls();
                    case CHAT -> Hands.USUAL.chats();
                    case MAIL -> Hands.USUAL.mails();
                };
                assertThat(givenByRouting(agent, medium) + asked).as("in hand, seed %d", seed).isLessThanOrEqualTo(most);
            }
        }
        assertThat(world.db.fetchCount(OFFER, OFFER.OUTCOME.eq("open").and(OFFER.EXPIRES_AT.le(clock.instant())))).isZero();
        assertThat(world.db.fetchCount(WAITING, WAITING.OFFERED_TO.isNotNull()))
                .isEqualTo(world.db.fetchCount(OFFER, OFFER.OUTCOME.eq("open")));
    }

    private boolean standsWhereItIs(ContactId contact) {
        ContactView about = world.contacts.contactOf(contact);
        boolean held = world.db.fetchExists(LOAD, LOAD.CONTACT_ID.eq(contact.value())
                .and(about.assignedTo() == null ? LOAD.USER_ID.isNull() : LOAD.USER_ID.eq(about.assignedTo().value())));
        return world.waits(contact) == about.state().equals("waiting") && held == about.state().equals("assigned");
    }

    private void everythingIsDoneBySomeoneWhoCanDoAll(SkillId skill) {
        agents.forEach(agent -> world.routing.setPresence(agent, PresenceState.OFFLINE));
        untilNothingIsKeptForOne();
        Access able = world.available(world.anAgent(brand, Map.of(skill, 5)));
        for (int i = 0; i < opened.size() && someWait(); i++) {
            if (world.offerTo(able).isEmpty()) world.rounds.make();
            world.wrapUp(able, world.accept(able));
        }
        assertThat(opened).noneMatch(world::waits);
    }

    private boolean someWait() {
        return world.db.fetchExists(WAITING, WAITING.CONTACT_ID.in(opened.stream().map(ContactId::value).toList()));
    }

    /** Past the hour after which a contact stands out in its queue. */
    private void untilNothingIsKeptForOne() {
        clock.advance(Duration.ofMinutes(61));
        world.connections.alive();
        second.connections.alive();
    }

    private long givenByRouting(Access agent, Medium medium) {
        return world.db.selectFrom(LOAD).where(LOAD.USER_ID.eq(agent.user().value())).and(LOAD.MEDIUM.eq(medium.key())).stream()
                .filter(row -> !handedOver.contains(new ContactId(row.getContactId())))
                .count();
    }

    private List<ContactId> inHandOf(UserId user) {
        return world.db.selectFrom(LOAD).where(LOAD.USER_ID.eq(user.value())).fetch(row -> new ContactId(row.getContactId()));
    }

    private Routing node(int number) {
        return number % 2 == 0 ? world.routing : second.routing;
    }

    private static boolean succeeds(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /** A refusal is an answer; anything else fails the test. */
    private static void refusable(Runnable action) {
        succeeds(action);
    }

    private static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> action : actions) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) results.add(each.get());
            return results;
        }
    }
}
