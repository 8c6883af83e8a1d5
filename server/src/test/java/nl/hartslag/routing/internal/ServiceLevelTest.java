package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Decided;
import nl.hartslag.contacts.GivenPromises.Kept;
import nl.hartslag.contacts.Reply;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.ServiceLevel;
import nl.hartslag.routing.Supervision;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The service level of the last hour counts every answer once, and hour by hour makes the share of the day. */
class ServiceLevelTest extends StoppedMorning {
    @Autowired ServiceLevel level;
    @Autowired Supervision floor;
    @Autowired GivenPromises promises;
    private Instant due;

    private List<ContactId> written(int times) {
        List<ContactId> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ContactId contact = world.written(brand, "mail");
            due = world.contacts.promisesTold(List.of(contact)).get(contact).dueAt();
            all.add(contact);
        }
        return all;
    }

    private void answered(List<ContactId> contacts) {
        contacts.forEach(contact -> world.contacts.reply(anna, world.contacts.contactOf(contact).conversation(),
                new Reply("Onderweg!", List.of(), 1, UUID.randomUUID().toString(), false)));
    }

    private Kept now() {
        return level.now(leader).queues().stream().filter(one -> one.queue().equals(queue)).findFirst().orElseThrow().answers();
    }

    @Test
    void anAnswerInTimeCountsWhenItIsGivenAndOneThatIsMissedWhenItsMomentGoesBy() {
        List<ContactId> all = written(14);
        assertThat(now().n()).as("what still waits within its time").isZero();
        answered(all.subList(0, 9));
        clock.advance(Duration.ofMinutes(1));
        assertThat(now()).as("nine are no share").isEqualTo(new Kept(9, null));
        answered(all.subList(9, 10));
        clock.advance(Duration.ofMinutes(1));
        assertThat(now().share().percent()).isEqualTo(100);
        clock.advance(Duration.ofHours(1));
        assertThat(now().n()).as("an hour later they are of the past").isZero();
        clock.stopAt(due.plusSeconds(60));
        assertThat(now()).as("four were missed").isEqualTo(new Kept(4, null));
        answered(all.subList(10, 14));
        clock.advance(Duration.ofMinutes(5));
        assertThat(now()).as("answering them late counts them no second time").isEqualTo(new Kept(4, null));
    }

    @Test
    void workedExample() {
        List<ContactId> old = written(2);
        clock.stopAt(due.plus(Duration.ofHours(2)));
        List<ContactId> missed = written(3);
        clock.stopAt(due.minus(Duration.ofMinutes(30)));
        List<ContactId> inTime = written(14);
        clock.stopAt(due.isAfter(clock.instant().plus(Duration.ofMinutes(40))) ? clock.instant().plus(Duration.ofMinutes(20)) : clock.instant());
        answered(inTime);
        answered(old);
        clock.advance(Duration.ofMinutes(25));
        assertThat(missed).allMatch(world::waits);
        assertThat(now().n()).isEqualTo(17);
        assertThat(now().share().percent()).isCloseTo(82.4, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void hourByHourItIsTheShareOfTheDayAsOnPromises() {
        List<ContactId> first = written(11);
        answered(first.subList(0, 5));
        clock.advance(Duration.ofMinutes(70));
        answered(first.subList(5, 8));
        Instant last = due.plus(Duration.ofMinutes(90));
        clock.stopAt(due.plusSeconds(1));
        answered(first.subList(8, 9));
        clock.stopAt(last);
        Decided together = Decided.NOTHING;
        for (Instant from = MORNING; from.isBefore(last); from = from.plus(ServiceLevel.SPAN)) {
            together = together.and(promises.decided(leader, brand, from, from.plus(ServiceLevel.SPAN)).getOrDefault(queue, Decided.NOTHING));
        }
        assertThat(together).isEqualTo(new Decided(8, 11));
        assertThat(together.share()).isEqualTo(promises.keptInTime(leader, Optional.of(brand), MORNING, last).answers());
        assertThat(promises.ofQueues(leader, brand, MORNING, last, last).get(queue).answers()).isEqualTo(together.share());
    }

    @Test
    void theTotalIsOfTheAnswersAndNotOfTheShares() {
        QueueId chats = world.routing.createQueue(new nl.hartslag.routing.Routing.NewQueue(
                brand, "Chats " + UUID.randomUUID(), Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        answered(written(6));
        List<ContactId> others = written(6);
        others.forEach(contact -> world.contacts.queued(contact, chats, Optional.empty()));
        answered(others);
        clock.advance(Duration.ofMinutes(1));
        ServiceLevel.Now now = level.now(leader);
        assertThat(now.queues()).allSatisfy(one -> assertThat(one.answers().share()).isNull());
        assertThat(now.total().n()).isEqualTo(12);
        assertThat(now.total().share().percent()).isEqualTo(100);
        assertThat(now.brands()).containsExactly(new ServiceLevel.OfBrand(brand, now.total()));
    }

    @Test
    void isForWhoeverWatchesOverItOnly() {
        answered(written(10));
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> level.now(anna)).hasMessage("access/denied");
        Access elsewhere = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThat(level.now(elsewhere).total().n()).isZero();
    }
}
