package nl.hartslag.routing.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.WhileWaiting.Outcome;
import nl.hartslag.desk.QueueWork;
import nl.hartslag.desk.QueueWork.Acted;
import nl.hartslag.desk.QueueWork.Somebody;
import nl.hartslag.desk.QueueWork.WaitingRow;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Everything that waits in a queue, as it is its turn, and what whoever watches over it does with several at once. */
@HartslagTest
@Import(RoutingWorld.class)
class WaitingLineTest {
    @Autowired RoutingWorld world;
    @Autowired QueueWork work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private QueueId queue;
    private QueueId other;
    private Access leader;
    private Access anna;

    @BeforeEach
    void aQueueWherePeopleTake() {
        world.rounds.stop();
        clock.stopAt(clock.instant());
        brand = world.aBrand();
        queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        other = world.routing.createQueue(new NewQueue(brand, "Other " + UUID.randomUUID(), Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
        anna = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }

    private ContactId aMail() {
        clock.advance(Duration.ofMinutes(1));
        return world.aMail(brand);
    }

    private List<WaitingRow> line() {
        return work.waiting(leader, queue, Optional.empty(), null, 100).items();
    }

    private List<ContactId> order() {
        return line().stream().map(one -> one.row().contact()).toList();
    }

    private static Set<ContactId> these(ContactId... contacts) {
        return new LinkedHashSet<>(List.of(contacts));
    }

    private QueueId whereIs(ContactId contact) {
        return world.contacts.contactOf(contact).queue();
    }

    @Test
    void standsInTheOrderInWhichPeopleGetIt() {
        List<ContactId> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) all.add(aMail());
        ContactId chat = world.aChat(brand);
        world.contacts.prioritise(leader, all.get(2), Priority.URGENT);
        world.contacts.prioritise(leader, all.get(0), Priority.LOW);
        List<ContactId> shown = order();
        assertThat(shown).containsExactly(chat, all.get(2), all.get(1), all.get(3), all.get(0));
        assertThat(line()).extracting(WaitingRow::place).containsExactly(1, 2, 3, 4, 5);
        assertThat(shown).as("as one after the other is taken").containsExactlyElementsOf(
                Stream.generate(() -> world.routing.takeNext(anna, Optional.of(queue)).orElseThrow()).limit(5).toList());
    }

    @Test
    void pagesFitTogetherWhileItMoves() {
        List<ContactId> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) all.add(aMail());
        Page<WaitingRow> first = work.waiting(leader, queue, Optional.empty(), null, 2);
        assertThat(first.items()).extracting(one -> one.row().contact()).containsExactly(all.get(0), all.get(1));
        world.contacts.take(anna, all.get(1));
        clock.advance(Duration.ofMinutes(30));
        Page<WaitingRow> second = work.waiting(leader, queue, Optional.empty(), first.next(), 2);
        assertThat(second.items()).extracting(one -> one.row().contact()).as("also when the last one of the page left").containsExactly(all.get(2), all.get(3));
        assertThat(work.waiting(leader, queue, Optional.empty(), second.next(), 2)).satisfies(last -> {
            assertThat(last.items()).extracting(one -> one.row().contact()).containsExactly(all.get(4));
            assertThat(last.next()).isNull();
        });
        assertThatThrownBy(() -> work.waiting(leader, queue, Optional.empty(), "nonsense", 2)).hasMessage("request/invalid");
    }

    @Test
    void isFoundByNumberAndWordsAndKeepsItsPlace() {
        aMail();
        ContactId wanted = aMail();
        long number = line().get(1).row().caseNumber();
        assertThat(work.waiting(leader, queue, Optional.of("#" + number), null, 10).items()).singleElement().satisfies(one -> {
            assertThat(one.row().contact()).isEqualTo(wanted);
            assertThat(one.place()).isEqualTo(2);
        });
        // what was said is findable a moment later
        eventually(() -> work.waiting(leader, queue, Optional.of("pakj kla"), null, 10).items().size() == 2);
        assertThat(work.waiting(leader, queue, Optional.of("fiets"), null, 10).items()).isEmpty();
    }

    @Test
    void saysForWhomItIsKept() {
        ContactId contact = aMail();
        world.contacts.transfer(leader, contact, Handed.to(null, anna.user(), ""));
        assertThat(line()).singleElement().satisfies(one -> {
            assertThat(one.keptFor()).isEqualTo(new Somebody(anna.user(), "Agent"));
            assertThat(one.keptUntil()).isAfter(clock.instant());
        });
    }

    @Test
    void eachOfSeveralIsMovedOnlyWhileItStillWaitsThere() {
        ContactId stays = aMail();
        ContactId taken = aMail();
        ContactId moved = aMail();
        ContactId elsewhere = world.aMail(otherBrandWithAQueue());
        world.contacts.take(anna, taken);
        world.contacts.transfer(leader, moved, Handed.to(other, null, ""));
        assertThat(work.transfer(leader, queue, these(stays, taken, moved, elsewhere), Handed.to(other, null, "Samen bekijken"))).containsExactly(
                new Acted(stays, Outcome.DONE, null), new Acted(taken, Outcome.TAKEN, "Agent"), new Acted(moved, Outcome.MOVED, null), new Acted(elsewhere, Outcome.GONE, null));
        assertThat(whereIs(stays)).isEqualTo(other);
        assertThat(world.contacts.contactOf(taken).assignedTo()).as("nothing is taken out of somebody's hands").isEqualTo(anna.user());
        assertThat(work.prioritise(leader, queue, these(stays, taken), Priority.HIGH)).extracting(Acted::outcome).containsExactly(Outcome.MOVED, Outcome.TAKEN);
    }

    private BrandId otherBrandWithAQueue() {
        BrandId far = world.aBrand();
        world.aQueue(far, "pull", Optional.empty(), Map.of());
        return far;
    }

    @Test
    void ofTwoLeadersAtOnceEachContactIsMovedByOne() throws Exception {
        Set<ContactId> all = new LinkedHashSet<>();
        for (int i = 0; i < 6; i++) all.add(aMail());
        Access second = world.someone(brand, Role.SUPERVISOR, Optional.empty());
        QueueId third = world.routing.createQueue(new NewQueue(brand, "Third " + UUID.randomUUID(), Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        List<Acted> results = java.util.Collections.synchronizedList(new ArrayList<>());
        assertThat(atOnce(
                () -> results.addAll(work.transfer(leader, queue, all, Handed.to(other, null, ""))),
                () -> results.addAll(work.transfer(second, queue, all, Handed.to(third, null, ""))))).isEmpty();
        assertThat(results).filteredOn(one -> one.outcome() == Outcome.DONE).extracting(Acted::contact).containsExactlyInAnyOrderElementsOf(all);
        assertThat(results).filteredOn(one -> one.outcome() == Outcome.MOVED).hasSize(6);
        assertThat(all).allSatisfy(contact -> assertThat(transfersOf(contact)).isOne());
    }

    private int transfersOf(ContactId contact) {
        return world.db.fetchCount(DSL.table("contacts.transfer"), DSL.condition("contact_id = {0}", DSL.val(contact.value())));
    }

    @Test
    void onlyWhoeverMayAssignWorkActsAndOnlyWhoeverWatchesSees() {
        ContactId contact = aMail();
        assertThatThrownBy(() -> work.waiting(anna, queue, Optional.empty(), null, 10)).hasMessage("access/denied");
        assertThatThrownBy(() -> work.prioritise(anna, queue, these(contact), Priority.HIGH)).hasMessage("access/denied");
        Access elsewhere = world.someone(otherBrandWithAQueue(), Role.TEAM_LEADER, Optional.empty());
        assertThatThrownBy(() -> work.waiting(elsewhere, queue, Optional.empty(), null, 10)).hasMessage("routing/queue/not-found");
        assertThatThrownBy(() -> work.prioritise(elsewhere, queue, these(contact), Priority.HIGH)).hasMessage("routing/queue/not-found");
        assertThat(line()).singleElement().satisfies(one -> assertThat(one.row().priority()).isEqualTo(Priority.NORMAL));
    }

    @Test
    void aPartnersManagerSeesAndMovesOnlyWhatIsItsOwn() {
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        Access manager = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        ContactId ours = aMail();
        assertThatThrownBy(() -> work.waiting(manager, queue, Optional.empty(), null, 10)).hasMessage("routing/queue/not-found");
        QueueId theirs = world.aQueue(brand, "pull", Optional.of(partner), Map.of());
        ContactId his = aMail();
        assertThat(work.waiting(manager, theirs, Optional.empty(), null, 10).items()).extracting(one -> one.row().contact()).containsExactly(his);
        assertThat(work.prioritise(manager, theirs, these(ours, his), Priority.HIGH)).containsExactly(new Acted(ours, Outcome.GONE, null), new Acted(his, Outcome.DONE, null));
        assertThat(work.transfer(leader, theirs, these(his), Handed.to(null, otherPartners().user(), ""))).extracting(Acted::outcome).containsExactly(Outcome.NOT_FOR_THEM);
    }

    private Access otherPartners() {
        return world.anAgent(brand, Map.of(), Optional.of(world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID())));
    }

    @Test
    void theSameQueueAndAnUnknownReasonAreRefused() {
        ContactId contact = aMail();
        assertThatThrownBy(() -> work.transfer(leader, queue, these(contact), Handed.to(queue, null, ""))).hasMessage("request/invalid");
        assertThatThrownBy(() -> work.transfer(leader, queue, these(contact), Handed.to(null, null, ""))).hasMessage("request/invalid");
        assertThatThrownBy(() -> world.contacts.transfer(leader, contact, Handed.to(queue, null, ""))).hasMessage("request/invalid");
        assertThat(whereIs(contact)).isEqualTo(queue);
    }

    @Test
    void aRefusalOfOneSaysNothingOfTheOthers() {
        BrandId elsewhere = world.aBrand();
        world.aQueue(elsewhere, "pull", Optional.empty(), Map.of());
        ContactId ours = aMail();
        ContactId notTheirs = world.aMail(elsewhere);
        Access leads = world.leadsAndAnswers(brand, elsewhere);
        assertThat(work.prioritise(leads, queue, these(ours, notTheirs), Priority.HIGH))
                .containsExactly(new Acted(ours, Outcome.DONE, null), new Acted(notTheirs, Outcome.REFUSED, null));
        assertThatThrownBy(() -> work.prioritise(leads, queue, these(notTheirs), Priority.HIGH)).hasMessage("access/denied");
    }
}
