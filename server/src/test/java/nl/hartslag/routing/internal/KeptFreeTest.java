package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.How;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Supervision;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A queue for which people stay free, beside one to which everything comes. */
@HartslagTest
@Import(RoutingWorld.class)
class KeptFreeTest {
    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    QueueSettings settings;

    @Autowired
    Supervision floor;

    @Autowired
    Explanations explanations;

    @Autowired
    Offers offers;

    private BrandId brand;
    private SkillId gold;

    @BeforeEach
    void makeABrand() {
        world.rounds.stop();
        brand = world.aBrand();
        gold = world.aSkill();
        world.aQueue(brand, "push", Optional.empty(), Map.of());
    }

    @AfterEach
    void goOn() {
        clock.run();
        world.rounds.start();
    }

    @Test
    void theLastOneStaysFreeUntilSomebodyElseIs() {
        QueueId keeping = keeps(new Reserve(1, "call", Set.of(), 0));
        Access one = someone();
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(one)).isEmpty();
        assertThat(how(chat)).containsExactly(entry(How.RESERVED, 1));
        assertThat(freeFor(keeping)).isEqualTo(1);
        someone();
        assertThat(Stream.of(chat).filter(this::isAsked)).hasSize(1);
        ContactId second = world.aChat(brand);
        assertThat(isAsked(second)).isFalse();
        assertThat(freeFor(keeping)).isEqualTo(1);
    }

    @Test
    void mailComesToThemAllTheSame() {
        keeps(new Reserve(1, "call", Set.of(), 0));
        Access one = someone();
        ContactId mail = world.aMail(brand);
        assertThat(world.offerTo(one)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(mail));
    }

    @Test
    void whatWaitedLongIsLentOneOfThem() {
        keeps(new Reserve(1, "call", Set.of(), 5));
        Access one = someone();
        ContactId chat = world.aChat(brand);
        passes(Duration.ofMinutes(4));
        assertThat(world.offerTo(one)).isEmpty();
        passes(Duration.ofMinutes(2));
        assertThat(world.offerTo(one)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
    }

    @Test
    void whoeverIsNamedSeesForWhatAndMayTakeOtherWorkHimself() {
        Access named = someone();
        Access other = someone();
        QueueId keeping = keeps(new Reserve(1, "call", Set.of(named.user()), 0));
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(other)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
        assertThat(world.routing.presence(named.user()).keptFor()).extracting(Routing.NamedQueue::id).containsExactly(keeping);
        assertThat(world.routing.presence(other.user()).keptFor()).isEmpty();
        ContactId second = world.aChat(brand);
        assertThat(isAsked(second)).isFalse();
        assertThat(world.routing.takeNext(named, Optional.empty())).hasValue(second);
    }

    /** Two nodes, or two threads of one, look at two contacts: each alone might have one of the two, both together not. */
    @Test
    void twoAtOnceDoNotEmptyIt() throws Exception {
        keeps(new Reserve(1, "call", Set.of(), 0));
        List<Access> people = List.of(someone(), someone());
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                List<ContactId> chats = List.of(world.written(brand, "chat"), world.written(brand, "chat"));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> asked = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    ContactId chat = chats.get(i);
                    UserId person = people.get(i).user();
                    asked.add(threads.submit(() -> {
                        together.await();
                        return offers.make(chat, person, Grounds.ofPerson());
                    }));
                }
                assertThat(asked.get(0).get() ^ asked.get(1).get()).as("one of the two, in round %d", round).isTrue();
                people.forEach(person -> world.offerTo(person).ifPresent(offer -> world.routing.decline(person, offer.id())));
                world.db.deleteFrom(WAITING).where(WAITING.BRAND_ID.eq(brand.value())).execute();
                world.rounds.catchUp();
            }
        }
    }

    @Test
    void nobodyIsKeptWhileWhatComesThereIsClosed() {
        QueueId keeping = keeps(new Reserve(1, "call", Set.of(), 0));
        world.routing.addRule(brand, Optional.of("phone"), Optional.empty(), Optional.empty(), keeping);
        clock.stopAt(Instant.parse("2026-11-30T11:00:00Z"));
        world.connections.alive();
        Access one = someone();
        ContactId chat = world.aChat(brand);
        assertThat(world.offerTo(one)).isEmpty();
        phonesOpenOn(DayOfWeek.TUESDAY);
        world.rounds.make();
        assertThat(world.offerTo(one)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(chat));
    }

    private void phonesOpenOn(DayOfWeek day) {
        CalendarId calendar = world.organisation.createCalendar(Accesses.administrator(), new CalendarDraft(
                "Calendar " + UUID.randomUUID(), "Europe/Amsterdam", false, List.of(new WeekBlock(day, LocalTime.of(9, 0), LocalTime.of(17, 0))), List.of()));
        world.organisation.setChannelHours(Accesses.administrator(brand), brand, List.of(new HoursDraft("phone", null, calendar, 60)));
    }

    @Test
    void whatCannotBeIsSaid() {
        Access one = someone();
        assertThatThrownBy(() -> keeps(new Reserve(2, "call", Set.of(one.user()), 0))).hasMessage("request/invalid");
        assertThatThrownBy(() -> keeps(new Reserve(1, "call", Set.of(UserId.next()), 0))).hasMessage("request/invalid");
    }

    /** A partner sees neither the names of our people, nor loses them when it saves its queue. */
    @Test
    void aPartnerSeesAndChangesItsOwnPeopleOnly() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        Access ours = someone();
        Access theirs = world.available(world.anAgent(brand, Map.of(gold, 3), Optional.of(partner)));
        QueueId queue = settings.create(Accesses.administrator(brand), draft(Optional.of(partner), new Reserve(1, "chat", Set.of(ours.user(), theirs.user()), 0)));
        Access manager = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        assertThat(peopleSeen(manager, queue)).containsExactly(theirs.user());
        Access administrator = Accesses.administrator(brand);
        assertThat(peopleSeen(administrator, queue)).containsExactlyInAnyOrder(ours.user(), theirs.user());
        Access theirAdministrator = Access.everywhere(UserId.next(), "Gijs", "nl", EnumSet.allOf(Permission.class), Set.of(brand), Set.of(), Optional.of(partner));
        settings.change(theirAdministrator, queue, draft(Optional.of(partner), new Reserve(1, "chat", Set.of(), 0)));
        assertThat(peopleSeen(administrator, queue)).containsExactly(ours.user());
    }

    private void passes(Duration time) {
        clock.advance(time);
        world.connections.alive();
        world.rounds.make();
    }

    private Set<UserId> peopleSeen(Access access, QueueId queue) {
        return floor.queues(access).stream().map(Supervision.QueueNow::queue).filter(one -> one.id().equals(queue)).findFirst().orElseThrow()
                .search().reserve().people();
    }

    private Access someone() {
        return world.available(world.anAgent(brand, Map.of(gold, 3)));
    }

    private QueueId keeps(Reserve reserve) {
        return settings.create(Accesses.administrator(brand), draft(Optional.empty(), reserve));
    }

    private NewQueue draft(Optional<PartnerId> partner, Reserve reserve) {
        return new NewQueue(brand, "Gold " + UUID.randomUUID(), partner, 50, 10, "push", 30, 60, Map.of(gold, 1)).with(Search.PLAIN.with(reserve));
    }

    private boolean isAsked(ContactId contact) {
        return explanations.of(leader(), contact).now().asked() != null;
    }

    private Map<How, Integer> how(ContactId contact) {
        return explanations.of(leader(), contact).now().people().stream()
                .collect(Collectors.toMap(Explanations.Group::how, Explanations.Group::count));
    }

    private int freeFor(QueueId queue) {
        return floor.queues(leader()).stream().filter(one -> one.queue().id().equals(queue)).findFirst().orElseThrow().figures().free().now();
    }

    private Access leader() {
        return world.someone(brand, Role.TEAM_LEADER, Optional.empty());
    }
}
