package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.hartslag.simulator.chat.EventStream;
import nl.hartslag.simulator.chat.ShopPage;
import nl.hartslag.simulator.chat.WidgetClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Chats, from the moment a visitor sends his first words to the offer on the screen of the one agent who is free. */
final class Offering {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 10;

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Staff agent;
    private final BlockingQueue<Offered> offers = new LinkedBlockingQueue<>();

    private record Offered(JsonNode offer, long at) {}

    /** @param agent takes chats from now on, and nothing else */
    Offering(URI url, Staff administrator, Staff agent, String agentName) throws IOException, InterruptedException {
        this.url = url;
        this.agent = agent;
        openAllDay(administrator);
        for (JsonNode person : administrator.get("/api/routing/capacity")) {
            if (!person.path("name").asString("").equals(agentName)) continue;
            succeeded(administrator.send("PUT", "/api/routing/capacity/" + person.path("user").asString(""), Map.of("calls", 0, "chats", 3, "mails", 0)));
        }
        EventStream stream = agent.live();
        Thread.ofVirtual().start(() -> follow(stream));
    }

    /** The bench runs at any hour. */
    private static void openAllDay(Staff administrator) throws IOException, InterruptedException {
        JsonNode calendar = succeeded(administrator.send("POST", "/api/organisation/calendars", Map.of("name", "Always " + System.nanoTime(),
                "zone", "Europe/Amsterdam", "alwaysOpen", true, "week", List.of(), "holidays", List.of())));
        for (JsonNode brand : administrator.get("/api/organisation/brands")) {
            String hours = "/api/organisation/brands/" + brand.path("id").asString("") + "/hours";
            List<Map<String, Object>> open = new ArrayList<>();
            for (JsonNode one : administrator.get(hours)) {
                Map<String, Object> entry = new HashMap<>(Map.of("channel", one.path("channel").asString(""), "calendar", calendar.path("id").asString(""),
                        "answerMinutes", one.path("answerMinutes").asInt()));
                if (one.hasNonNull("site")) entry.put("site", one.path("site").asString(""));
                open.add(entry);
            }
            succeeded(administrator.send("PUT", hours, open));
        }
    }

    private void follow(EventStream stream) {
        try {
            for (Optional<EventStream.Event> event = stream.next(); event.isPresent(); event = stream.next()) {
                long now = System.nanoTime();
                if (event.get().name().equals("offer.made")) offers.add(new Offered(JSON.readTree(event.get().data()).path("offer"), now));
            }
        } catch (IOException closed) {
            // the bench is done with this screen
        }
    }

    /** One after another, each by a visitor of his own; each is taken and closed, so that the agent is free again. */
    Samples run(int chats) throws IOException, InterruptedException {
        String key = ShopPage.widgetKey(http, url, "lindenhof");
        succeeded(agent.send("PUT", "/api/routing/me/presence", Map.of("state", "AVAILABLE")));
        while (offers.poll(2, TimeUnit.SECONDS) instanceof Offered waitedBefore) handle(waitedBefore.offer);
        Samples samples = new Samples();
        for (int number = 0; number < chats; number++) {
            WidgetClient visitor = new WidgetClient(http, url, key);
            visitor.visit(Map.of("language", "nl"));
            long sent = System.nanoTime();
            visitor.post("conversations", Map.of("clientKey", "bench-offer-" + number, "name", "Visitor", "text", "bench-offer-" + number, "language", "nl"));
            Offered made = offers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (made == null) throw new IOException("chat " + number + " was offered to nobody");
            samples.add(made.at - sent);
            handle(made.offer);
        }
        agent.send("PUT", "/api/routing/me/presence", Map.of("state", "OFFLINE"));
        return samples;
    }

    private void handle(JsonNode offer) throws IOException, InterruptedException {
        succeeded(agent.send("POST", "/api/routing/offers/" + offer.path("id").asString("") + "/accept", Map.of()));
        int seen = agent.get("/api/desk/conversations/" + offer.path("conversation").asString("")).path("conversation").path("lastSeq").asInt();
        succeeded(agent.send("POST", "/api/desk/contacts/" + offer.path("contact").asString("") + "/wrap-up",
                Map.of("caseState", "SOLVED", "seenSeq", seen, "registration", Map.of("result", "SPAM"))));
    }

    private static JsonNode succeeded(JsonNode answer) throws IOException {
        if (answer.has("code")) throw new IOException(answer.toString());
        return answer;
    }
}
