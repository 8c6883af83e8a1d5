package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.hartslag.simulator.chat.ShopPage;
import nl.hartslag.simulator.chat.WidgetClient;

/** Chat messages, from the moment a visitor sends to the agent's stream. */
final class ChatDelivery {
    static final int VISITORS = 20;

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Screen screen;
    private final List<WidgetClient> visitors = new ArrayList<>();

    ChatDelivery(URI url, Screen screen) {
        this.url = url;
        this.screen = screen;
    }

    /** One after another over the visitors, so that none speaks too fast. */
    Samples run(int messages) throws IOException, InterruptedException {
        if (visitors.isEmpty()) begin();
        Samples samples = new Samples();
        for (int number = 0; number < messages; number++) {
            String mark = "bench-chat-" + number;
            long sent = System.nanoTime();
            visitors.get(number % VISITORS).post("messages", Map.of("clientKey", mark, "text", mark));
            if (Waiting.until(10, () -> screen.seen().containsKey(mark))) samples.add(screen.seen().get(mark) - sent);
            Thread.sleep(40);
        }
        return samples;
    }

    /** All visitors at once, each sending his next message when the last was taken. @return messages on the stream per second */
    double rush(int messagesEach) throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        long started = System.nanoTime();
        Crowd.of(VISITORS, "chat", visitor -> {
            for (int i = 0; i < messagesEach; i++) {
                String mark = "bench-rush-" + (visitor * messagesEach + i);
                visitors.get(visitor).post("messages", Map.of("clientKey", mark, "text", mark));
                sent.incrementAndGet();
            }
        });
        Waiting.until(30, () -> screen.count("rush") >= sent.get());
        return screen.count("rush") / ((System.nanoTime() - started) / 1e9);
    }

    private void begin() throws IOException, InterruptedException {
        String key = ShopPage.widgetKey(http, url, "lindenhof");
        for (int i = 0; i < VISITORS; i++) {
            WidgetClient visitor = new WidgetClient(http, url, key);
            visitor.visit(Map.of("language", "nl"));
            visitor.post("conversations", Map.of("clientKey", "bench-hello-" + i, "name", "Visitor " + i, "text", "Hello", "language", "nl"));
            visitors.add(visitor);
        }
    }
}
