package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Work never waits for whoever is not there, and what a person decided is not decided again by the queue. */
@HartslagTest
@Import(RoutingWorld.class)
class WhoIsThereTest {
    @Autowired
    RoutingWorld world;

    private BrandId brand;
    private Access anna;
    private Access bram;

    @BeforeEach
    void twoAgents() {
        world.rounds.stop();
        brand = world.aBrand();
        anna = world.anAgent(brand, Map.of());
        bram = world.anAgent(brand, Map.of());
    }

    @AfterEach
    void goOn() {
        world.rounds.start();
    }

    @Test
    void whoKnowsTheCaseButWentHomeIsNotWaitedFor() {
        keepsForWhoKnows();
        world.available(anna);
        ContactId first = world.aChat(brand);
        world.accept(anna);
        world.wrapUp(anna, first);
        world.routing.setPresence(anna, PresenceState.OFFLINE);
        world.available(bram);
        ContactId again = world.writtenAgain(first);
        assertThat(world.offerTo(bram)).hasValueSatisfying(offer -> assertThat(offer.contact()).isEqualTo(again));
        assertThat(world.contacts.contactOf(again).assignedTo()).isNull();
    }

    @Test
    void whatAPersonGaveToAColleagueIsTakenFromWhoWasAsked() {
        world.aQueue(brand, "push", Optional.empty(), Map.of());
        world.available(anna);
        ContactId chat = world.aChat(brand);
        var offer = world.offerTo(anna).orElseThrow();
        world.available(bram);
        world.contacts.transfer(bram, chat, Handed.to(null, bram.user(), ""));
        world.rounds.catchUp();
        assertThatThrownBy(() -> world.routing.accept(anna, offer.id())).hasMessage("routing/offer-gone");
        assertThat(world.offerTo(anna)).isEmpty();
        assertThat(world.contacts.contactOf(chat).assignedTo()).isEqualTo(bram.user());
    }

    private void keepsForWhoKnows() {
        QueueId queue = world.routing.createQueue(new NewQueue(brand, "Queue " + UUID.randomUUID(), Optional.empty(), 50, 10, "push", 30, 60, Map.of(), true, false, new Search(Map.of(), 10, List.of())));
        world.routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
    }
}
