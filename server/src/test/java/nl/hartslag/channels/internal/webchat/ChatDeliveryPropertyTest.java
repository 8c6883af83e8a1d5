package nl.hartslag.channels.internal.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import nl.hartslag.channels.Widgets;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a bad line repeats, holds back or cuts off: every message stands once, in the order it was first sent. */
@HartslagTest
class ChatDeliveryPropertyTest {
    private static final int MESSAGES = 12;
    @Autowired DSLContext db;
    @Autowired Widgets widgets;
    @Autowired OrganisationSettings organisation;
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsLostDoubledOrMisplaced(long seed) throws Exception {
        Random random = new Random(seed);
        ChatTestShop shop = new ChatTestShop(organisation, widgets, port);
        var visitor = shop.visitor();
        List<String> keys = new ArrayList<>();
        List<String> received = new ArrayList<>();
        int position = 0;
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MESSAGES; i++) {
                String key = ChatTestShop.key();
                keys.add(key);
                String text = "bericht " + i;
                // The sender waits for one answer; copies of this and of earlier messages race with it.
                int times = 1 + random.nextInt(3);
                boolean begins = i == 0;
                for (int copy = 1; copy < times; copy++) copies.submit(() -> begins ? visitor.begin(key, text) : visitor.say(key, text));
                assertThat((begins ? visitor.begin(key, text) : visitor.say(key, text)).status()).isIn(200, 201, 202);
                if (i > 0 && random.nextBoolean()) {
                    int earlier = random.nextInt(i);
                    copies.submit(() -> visitor.say(keys.get(earlier), "bericht " + earlier));
                }
                if (random.nextInt(3) == 0) {
                    try (var stream = visitor.stream(position)) {
                        int upTo = i + 1;
                        while (received.size() < upTo) {
                            var event = stream.next("message");
                            position = Integer.parseInt(event.id());
                            received.add(event.data().get("clientKey").asString());
                        }
                    }
                }
            }
        }
        assertThat(visitor.messages()).extracting(message -> message.get("clientKey").asString()).containsExactlyElementsOf(keys);
        assertThat(keys.subList(0, received.size())).isEqualTo(received);
        assertThat(db.fetchValue("select count(*) from channels.envelope where source = ? and state = 'placed'", shop.widget.id().toString()))
                .isEqualTo((long) MESSAGES);
    }
}
