package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.hartslag.simulator.chat.ShopPage;
import nl.hartslag.simulator.chat.WidgetClient;

/** Chat messages, from the moment a visitor sends to the agent's stream. */
final class ChatDelivery {
    private static final int VISITORS = 20;

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Screen screen;

    ChatDelivery(URI url, Screen screen) {
        this.url = url;
        this.screen = screen;
    }

    /** One after another over the visitors, so that none speaks too fast. */
    Samples run(int messages) throws IOException, InterruptedException {
        String key = ShopPage.widgetKey(http, url, "lindenhof");
        List<WidgetClient> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            WidgetClient visitor = new WidgetClient(http, url, key);
            visitor.visit(Map.of("language", "nl"));
            visitor.post("conversations", Map.of("clientKey", "bench-hello-" + i, "name", "Visitor " + i, "text", "Hello", "language", "nl"));
            visitors.add(visitor);
        }
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
}
