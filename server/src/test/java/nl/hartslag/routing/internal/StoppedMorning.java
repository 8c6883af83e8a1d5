package nl.hartslag.routing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Eight in the morning of a day that only goes on when it is told to: a brand with one queue, an agent and a team leader. */
@HartslagTest
@Import(RoutingWorld.class)
abstract class StoppedMorning {
    static final Instant MORNING = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(32));
    @Autowired RoutingWorld world;
    @Autowired MovableClock clock;
    BrandId brand;
    QueueId queue;
    Access anna;
    Access leader;

    @BeforeEach
    void aMorning() {
        world.rounds.stop();
        clock.stopAt(MORNING);
        brand = world.aBrand();
        queue = world.aQueue(brand, "pull", Optional.empty(), Map.of());
        anna = world.anAgent(brand, Map.of());
        leader = world.someone(brand, Role.TEAM_LEADER, Optional.empty());
    }

    @AfterEach
    void theNodeMakesItsRoundsAgain() {
        clock.run();
        world.rounds.start();
    }
}
