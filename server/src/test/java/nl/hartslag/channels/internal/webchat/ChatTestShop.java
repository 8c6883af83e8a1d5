package nl.hartslag.channels.internal.webchat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.hartslag.channels.Widgets;
import nl.hartslag.channels.Widgets.Settings;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A brand with a widget, and visitors who speak its protocol over HTTP. */
final class ChatTestShop {
    static final JsonMapper JSON = JsonMapper.builder().build();
    final BrandId brand;
    final Widget widget;
    final ReasonId reason;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    ChatTestShop(OrganisationSettings organisation, Widgets widgets, int port) {
        Access administrator = Access.everywhere(UserId.next(), "Test", "nl", Set.of(Permission.values()), Set.of(), Set.of(), Optional.empty());
        this.brand = organisation.createBrand(administrator, new BrandDraft("b" + Uuid7.next().toString().substring(20), "Bloesem", "#c2410c",
                "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        Access ofBrand = Access.everywhere(administrator.user(), "Test", "nl", Set.of(Permission.values()), Set.of(brand), Set.of(), Optional.empty());
        this.reason = organisation.createReason(ofBrand, brand,
                new ReasonDraft(null, "Waar blijft mijn bestelling?", "Where is my order?", 1, true, false));
        this.widget = widgets.create(brand, new Settings("Shop", null, "right", null, List.of("https://shop.example"), List.of(), true, true, 5, 5));
        this.address = "http://localhost:" + port;
    }

    private ChatTestShop(ChatTestShop same, int port) {
        this.brand = same.brand;
        this.widget = same.widget;
        this.reason = same.reason;
        this.address = "http://localhost:" + port;
    }

    /** The same shop, served by another node. */
    ChatTestShop at(int port) {
        return new ChatTestShop(this, port);
    }

    Visitor visitor(String token) {
        return new Visitor(token);
    }

    Visitor visitor() {
        return new Visitor(call("", "POST", "/visits", "{}", Map.of()).json().get("token").asString());
    }

    String page(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer call(String token, String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/widget/" + widget.key() + path))
                .header("Content-Type", "application/json").header("Accept-Language", "en");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::setHeader);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String body) {
        JsonNode json() {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    record Event(String kind, String id, JsonNode data) {}

    /** One browser. */
    final class Visitor {
        final String token;

        Visitor(String token) {
            this.token = token;
        }

        Answer begin(String key, String text) {
            return post("/conversations", Map.of("clientKey", key, "text", text, "language", "nl", "name", "Sanne"));
        }

        Answer say(String key, String text) {
            return post("/messages", Map.of("clientKey", key, "text", text));
        }

        Answer post(String path, Map<String, ?> body) {
            return call(token, "POST", path, JSON.writeValueAsString(body), Map.of());
        }

        Answer upload(String name, byte[] bytes) {
            String edge = "edge" + UUID.randomUUID();
            String body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n" + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n--" + edge + "--\r\n";
            var request = HttpRequest.newBuilder(URI.create(address + "/api/widget/" + widget.key() + "/files"))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1))).build();
            try {
                var response = http.send(request, BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        List<JsonNode> messages() {
            List<JsonNode> found = new ArrayList<>();
            call(token, "GET", "/messages?after=0", "", Map.of()).json().path("items").forEach(found::add);
            return found;
        }

        JsonNode state() {
            return call(token, "GET", "/messages?after=0", "", Map.of()).json().path("conversation");
        }

        Stream stream(int after) {
            return new Stream(token, after);
        }
    }

    /** An open stream, read by a thread of its own. */
    final class Stream implements AutoCloseable {
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final HttpResponse<java.io.InputStream> response;

        Stream(String token, int after) {
            var request = HttpRequest.newBuilder(URI.create(address + "/api/widget/" + widget.key() + "/stream"))
                    .header("Authorization", "Bearer " + token).header("Last-Event-ID", String.valueOf(after)).build();
            try {
                response = http.send(request, BodyHandlers.ofInputStream());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String kind = "";
            String id = "";
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) id = line.substring(4);
                    else if (line.startsWith("event: ")) kind = line.substring(7);
                    else if (line.startsWith("data: ")) events.add(new Event(kind, id, JSON.readTree(line.substring(6))));
                    else if (line.isEmpty()) id = "";
                }
            } catch (IOException closed) {
                events.add(new Event("closed", "", JSON.createObjectNode()));
            }
        }

        /** The next event of this kind; others before it are passed over. */
        Event next(String kind) {
            try {
                for (Event event = events.poll(10, TimeUnit.SECONDS); event != null; event = events.poll(10, TimeUnit.SECONDS)) {
                    if (event.kind().equals(kind)) return event;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new AssertionError("no event " + kind);
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException alreadyClosed) {
                // Nothing to do.
            }
        }
    }

    static String key() {
        return "k-" + Uuid7.next();
    }
}
