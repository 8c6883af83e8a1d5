package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.Reply;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.QueueToday;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The service level of each queue today is made of the same promises, counted in the same way, as that on <i>Promises</i>. */
@HartslagTest
@Import(RoutingWorld.class)
class QueueDayTest {
    private static final Instant MORNING = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(32));
    @Autowired RoutingWorld world;
    @Autowired Supervision floor;
    @Autowired GivenPromises promises;
    @Autowired MovableClock clock;
    private BrandId brand;
    private QueueId mails;
    private QueueId chats;
    private Access anna;
    private Access leader;
    private final List<Instant> due = new ArrayList<>();

    @BeforeEach
    void aMorningWithTwoQueues() {
        world.rounds.stop();
        clock.stopAt(MORNING);
        brand = world.aBrand();
        mails = queueOf("mail");
        chats = queueOf("chat");
        anna = world.anAgent(brand, Map.of());
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }

    private QueueId queueOf(String channel) {
        QueueId queue = world.aQueue(brand, "push", Optional.empty(), Map.of());
        world.routing.addRule(brand, Optional.of(channel), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    private void written(String medium, int times, boolean answered) {
        for (int i = 0; i < times; i++) {
            ContactId contact = world.written(brand, medium);
            due.add(world.contacts.promisesTold(List.of(contact)).get(contact).dueAt());
            if (answered) world.contacts.reply(anna, world.contacts.contactOf(contact).conversation(),
                    new Reply("Onderweg!", List.of(), 1, UUID.randomUUID().toString(), false));
        }
    }

    private QueueToday today(QueueId queue) {
        return floor.today(leader).stream().filter(one -> one.queue().equals(queue)).findFirst().orElseThrow();
    }

    private GivenPromises.Kept keptToday() {
        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        Instant midnight = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return promises.keptInTime(leader, Optional.of(brand), midnight, clock.instant()).answers();
    }

    @Test
    void agreesWithTheShareOfAllPromisesOfTheSameDay() {
        written("mail", 8, true);
        written("mail", 2, false);
        clock.stopAt(due.stream().max(Instant::compareTo).orElseThrow().plusSeconds(60));
        assertThat(today(mails).answers().n()).isEqualTo(10);
        assertThat(today(mails).answers().share().percent()).isEqualTo(80);
        assertThat(today(mails).answers()).as("the only queue with work is all there is").isEqualTo(keptToday());
        assertThat(today(mails).late()).isEqualTo(2);
        assertThat(today(chats).answers().n()).isZero();
    }

    @Test
    void theQueuesTogetherAreAllOfTheDayAndAFewAreNoShare() {
        written("mail", 3, true);
        written("mail", 1, false);
        written("chat", 2, true);
        clock.stopAt(due.stream().max(Instant::compareTo).orElseThrow().plusSeconds(60));
        assertThat(floor.today(leader).stream().mapToLong(one -> one.answers().n()).sum()).isEqualTo(keptToday().n());
        assertThat(today(mails).answers().share()).isNull();
    }

    @Test
    void whatIsDueWithinTheHourIsNotLateYetAndNotCountedYet() {
        written("mail", 3, false);
        written("mail", 1, true);
        Instant moment = due.getFirst();
        clock.stopAt(moment.minus(Duration.ofMinutes(61)));
        assertThat(today(mails)).isEqualTo(new QueueToday(mails, new GivenPromises.Kept(0, null), 0, 0, List.of()));
        clock.stopAt(moment.minus(Duration.ofMinutes(30)));
        assertThat(today(mails)).isEqualTo(new QueueToday(mails, new GivenPromises.Kept(0, null), 0, 3, List.of()));
        clock.stopAt(moment.plusSeconds(1));
        assertThat(today(mails).dueSoon()).isZero();
        assertThat(today(mails).late()).isEqualTo(3);
    }

    @Test
    void nobodyOfAnotherBrandSeesIt() {
        written("mail", 1, false);
        Access elsewhere = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThat(floor.today(elsewhere)).noneMatch(one -> one.queue().equals(mails));
    }
}
