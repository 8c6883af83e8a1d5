package nl.hartslag.simulator.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One visitor's side of the widget protocol (docs/widget-protocol.md). */
public final class WidgetClient {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final String base;
    private @Nullable String token;

    public WidgetClient(HttpClient http, URI product, String key) {
        this.http = http;
        this.base = product + "/api/widget/" + key + "/";
    }

    /** The product refused. */
    public static final class Refused extends IOException {
        private final int status;
        private final String code;

        Refused(int status, String code) {
            super(status + " " + code);
            this.status = status;
            this.code = code;
        }

        public int status() {
            return status;
        }

        public String code() {
            return code;
        }
    }

    public JsonNode visit(Map<String, ?> body) throws IOException, InterruptedException {
        JsonNode visit = post("visits", body);
        if (visit.hasNonNull("token")) token = visit.get("token").asString();
        return visit;
    }

    public JsonNode post(String call, @Nullable Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpResponse<String> response =
                http.send(request(call).header("Content-Type", "application/json").POST(content).build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode answer = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        if (response.statusCode() >= 400) throw new Refused(response.statusCode(), answer.path("code").asString("?"));
        return answer;
    }

    /** Opens the stream after a message number. */
    public EventStream stream(int after) throws IOException, InterruptedException {
        var response = http.send(request("stream").header("Accept", "text/event-stream")
                .header("Last-Event-ID", String.valueOf(after)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new Refused(response.statusCode(), "stream");
        }
        return new EventStream(response.body());
    }

    private HttpRequest.Builder request(String call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
